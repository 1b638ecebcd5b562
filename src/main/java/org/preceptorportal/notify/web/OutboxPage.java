package org.preceptorportal.notify.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.preceptorportal.notify.Mail;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.notify.OutboxReading;
import org.preceptorportal.notify.OutboxReading.Counts;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.PageNumber;

/** The institution's mails, newest first. */
@Named("notifyOutboxPage")
@RequestScoped
public class OutboxPage {
    @Inject CurrentCaller caller;
    @Inject OutboxReading reading;
    @Inject Outbox outbox;
    @Inject HttpServletRequest request;

    private String recipient;
    private Counts counts;
    private PageNumber page;
    private List<Mail> mails;

    @PostConstruct
    void read() {
        recipient = request.getParameter("to");
        counts = reading.counts(caller.get(), recipient);
        page = PageNumber.of(request.getParameter("page"), counts.all());
        mails = reading.mails(caller.get(), recipient, page.first(), PageNumber.SIZE);
    }

    public boolean isReadable() {
        return reading.isReadable(caller.get());
    }

    public boolean isSending() {
        return outbox.sendsMail();
    }

    public String getRecipient() {
        return recipient;
    }

    public Counts getCounts() {
        return counts;
    }

    public PageNumber getPage() {
        return page;
    }

    public List<Mail> getMails() {
        return mails;
    }
}
