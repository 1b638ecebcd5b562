package org.preceptorportal.audit.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.preceptorportal.audit.AuditEvent;
import org.preceptorportal.audit.TrailReading;
import org.preceptorportal.audit.Verdict;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.PageNumber;

/** Who did what, newest first, and whether the chain is whole. */
@Named("auditTrailPage")
@RequestScoped
public class TrailPage {
    @Inject CurrentCaller caller;
    @Inject TrailReading reading;
    @Inject HttpServletRequest request;

    private String type;
    private String id;
    private long count;
    private PageNumber page;
    private Verdict verdict;
    private List<AuditEvent> events;

    @PostConstruct
    void read() {
        type = word("type");
        id = type == null ? null : word("id");
        // Read anew for each view: a verdict of yesterday proves nothing.
        verdict = reading.examine(caller.get());
        count = reading.count(caller.get(), type, id);
        page = PageNumber.of(word("page"), count);
        events = reading.events(caller.get(), type, id, page.first(), PageNumber.SIZE);
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public List<String> getTypes() {
        return reading.subjectTypes(caller.get());
    }

    public String getType() {
        return type;
    }

    public String getId() {
        return id;
    }

    public long getCount() {
        return count;
    }

    public PageNumber getPage() {
        return page;
    }

    public List<AuditEvent> getEvents() {
        return events;
    }

    private String word(String name) {
        String word = request.getParameter(name);
        return word == null || word.isBlank() ? null : word.strip();
    }
}
