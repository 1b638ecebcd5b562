package org.preceptorportal.form;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import org.preceptorportal.shell.Caller;

/** One version of an institution's own form: a draft until it is published, then final (FO-1). */
@Entity
@Table(name = "evaluation_form")
public class FormVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    private String code;
    private Integer number;
    private String title;

    private String body;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private String savedBy;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "retired_at")
    private Instant retiredAt;

    @Column(name = "retired_by")
    private String retiredBy;

    @Version private int version;

    protected FormVersion() {}

    /** A draft. */
    FormVersion(Caller by, String newCode, String newTitle, String text, Clock clock) {
        tenantId = by.tenantId();
        code = newCode;
        title = newTitle;
        body = text;
        savedAt = clock.instant();
        savedBy = by.name();
    }

    /** Keeps a text, broken or not, as the draft. */
    void write(String text, Caller by, Clock clock) {
        mustBeDraft();
        body = text;
        savedAt = clock.instant();
        savedBy = by.name();
    }

    /** What the text calls itself, where the text is a form. */
    void become(String newCode, String newTitle) {
        mustBeDraft();
        code = newCode;
        title = newTitle;
    }

    void publish(EvaluationForm form, Caller by, Clock clock) {
        mustBeDraft();
        code = form.code();
        number = form.version();
        title = form.title();
        publishedAt = clock.instant();
        publishedBy = by.name();
    }

    /** New evaluations no longer use it; answered ones keep it. */
    void retire(Caller by, Clock clock) {
        if (number == null || retiredAt != null) {
            throw new IllegalStateException("only a published version is retired, once");
        }
        retiredAt = clock.instant();
        retiredBy = by.name();
    }

    private void mustBeDraft() {
        if (number != null) {
            throw new IllegalStateException("a published form version never changes");
        }
    }

    /** The published form; a draft's text may be broken and is read elsewhere. */
    EvaluationForm form() {
        FormReading reading = FormFile.read(body, number);
        if (!reading.good()) {
            throw new IllegalStateException(
                    "published form " + code + "-" + number + " is broken: " + reading.problems());
        }
        return reading.form();
    }

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public String code() {
        return code;
    }

    /** Counts from 1; null for a draft. */
    public Integer number() {
        return number;
    }

    public boolean draft() {
        return number == null;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public String savedBy() {
        return savedBy;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public String publishedBy() {
        return publishedBy;
    }

    public Instant retiredAt() {
        return retiredAt;
    }

    /** Grows with every save of the draft; a save must name the version it saw. */
    public int version() {
        return version;
    }
}
