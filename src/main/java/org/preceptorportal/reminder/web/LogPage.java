package org.preceptorportal.reminder.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.preceptorportal.reminder.Reminders;
import org.preceptorportal.reminder.Reminding;
import org.preceptorportal.reminder.Reminding.Coming;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.PageNumber;
import org.preceptorportal.shell.Words;

/** The institution's reminders, the newest first. */
@Named("reminderLogPage")
@RequestScoped
public class LogPage {
    @Inject CurrentCaller caller;
    @Inject Reminders reminders;
    @Inject Reminding reminding;
    @Inject Words words;
    @Inject HttpServletRequest request;

    /** Who wants more sees it day by day. */
    private static final int COMING = 10;

    private PageNumber page;
    private List<Reminders.Line> lines;
    private List<Coming> coming;

    @PostConstruct
    void read() {
        page = PageNumber.of(request.getParameter("page"), reminders.count(caller.get()));
        lines = reminders.log(caller.get(), page.first(), PageNumber.SIZE);
        coming = reminding.coming(caller.get(), COMING);
    }

    /** Why it went, for instance "7 days overdue". */
    public String why(Reminders.Line line) {
        if (!line.kind().equals("due") || line.days() == 0) {
            return words.say("reminder", "log.kind." + line.kind());
        }
        return words.say(
                "reminder", line.ahead() ? "log.kind.ahead" : "log.kind.late", line.days());
    }

    public List<Coming> getComing() {
        return coming;
    }

    public PageNumber getPage() {
        return page;
    }

    public List<Reminders.Line> getLines() {
        return lines;
    }
}
