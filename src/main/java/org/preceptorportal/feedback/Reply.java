package org.preceptorportal.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.preceptorportal.evaluation.Evaluation;

/** What a learner answers to one evaluation (FB-3). */
@Entity
@Table(name = "evaluation_reply")
public class Reply {
    /** For so long a reply may be changed. */
    static final Duration CHANGEABLE = Duration.ofHours(24);

    /** Characters a reply may have. */
    public static final int LONGEST = 3000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "evaluation_id")
    private long evaluationId;

    @Column(name = "learner_id")
    private long learnerId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    private String body;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Version private int version;

    protected Reply() {}

    /**
     * @throws ReplyNotPossible when it says nothing, is too long or holds an emoji
     */
    public Reply(Evaluation to, String text, Clock clock) {
        tenantId = to.tenantId();
        evaluationId = to.id();
        learnerId = to.learnerId();
        preceptorId = to.preceptorId();
        body = tidy(text);
        writtenAt = clock.instant();
        changedAt = writtenAt;
    }

    /**
     * Says it anew; the preceptor has not seen it then.
     *
     * @throws ReplyNotPossible when it is final already, says nothing, is too long or holds an
     *     emoji
     */
    public void change(String text, Clock clock) {
        if (!changeable(clock.instant())) {
            throw new ReplyNotPossible("refusal.final");
        }
        String tidy = tidy(text);
        if (!tidy.equals(body)) {
            body = tidy;
            changedAt = clock.instant();
            seenAt = null;
        }
    }

    /** The preceptor had it before them. */
    void seen(Clock clock) {
        if (seenAt == null) {
            seenAt = clock.instant();
        }
    }

    public boolean changeable(Instant now) {
        return !now.isAfter(finalAt());
    }

    /** From when on it no longer changes. */
    public Instant finalAt() {
        return writtenAt.plus(CHANGEABLE);
    }

    private static String tidy(String text) {
        String tidy = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (tidy.isEmpty()) {
            throw new ReplyNotPossible("refusal.empty");
        }
        if (tidy.length() > LONGEST) {
            throw new ReplyNotPossible("refusal.long", LONGEST);
        }
        tidy.codePoints()
                .filter(c -> Character.isSupplementaryCodePoint(c) || !Character.isDefined(c))
                .findFirst()
                .ifPresent(
                        c -> {
                            throw new ReplyNotPossible("refusal.symbol", Character.toString(c));
                        });
        return tidy;
    }

    public Long id() {
        return id;
    }

    public long evaluationId() {
        return evaluationId;
    }

    public String body() {
        return body;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** When the preceptor opened it as it is now, or null. */
    public Instant seenAt() {
        return seenAt;
    }
}
