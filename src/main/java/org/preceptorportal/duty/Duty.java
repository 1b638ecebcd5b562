package org.preceptorportal.duty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One evaluation that a preceptor owes, or owed. Rows are made from the roster, by SQL. */
@Entity
public class Duty {
    /** Days ahead to which a reminder can be put off (DU-7). */
    static final int LONGEST_SNOOZE = 30;

    private static final int LONGEST_REASON = 1000;

    @Id private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "rotation_id")
    private long rotationId;

    @Column(name = "learner_id")
    private long learnerId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "due_at")
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private DutyState state;

    @Column(name = "evaluation_id")
    private Long evaluationId;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    private String reason;

    @Column(name = "snoozed_until")
    private LocalDate snoozedUntil;

    @Version private int version;

    protected Duty() {}

    Duty(long id, long preceptorId, Phase phase, LocalDate opensOn) {
        this.id = id;
        this.preceptorId = preceptorId;
        this.phase = phase;
        this.opensOn = opensOn;
        this.state = DutyState.OPEN;
    }

    /**
     * A draft is there.
     *
     * @throws DutyNotOpen when it has ended
     */
    public void start(long draft, Instant at) {
        mustBeOpen();
        evaluationId = draft;
        if (startedAt == null) {
            startedAt = at;
        }
    }

    /**
     * @throws DutyNotOpen when it has ended
     */
    public void submitted(Instant at) {
        mustBeOpen();
        end(DutyState.SUBMITTED, null, at);
    }

    /**
     * @throws DutyNotOpen when it has ended
     * @throws ExitNotPossible without a reason
     */
    public void insufficientContact(String why, Instant at) {
        mustBeOpen();
        end(DutyState.INSUFFICIENT_CONTACT, needed(why), at);
    }

    /**
     * @param note who it may be instead; may be empty
     * @throws DutyNotOpen when it has ended
     */
    public void notMine(String note, Instant at) {
        mustBeOpen();
        end(DutyState.NOT_MINE, tidy(note), at);
    }

    /**
     * No reminders before this day; the due time stays.
     *
     * @throws DutyNotOpen when it has ended
     * @throws ExitNotPossible when the day is not one of the next thirty
     */
    public void snooze(LocalDate until, LocalDate today) {
        mustBeOpen();
        if (until == null
                || !until.isAfter(today)
                || until.isAfter(today.plusDays(LONGEST_SNOOZE))) {
            throw new ExitNotPossible("day", LONGEST_SNOOZE);
        }
        snoozedUntil = until;
    }

    /** Reminders come as before. */
    public void wake() {
        mustBeOpen();
        snoozedUntil = null;
    }

    /**
     * Another preceptor owes it from now on; one who said "not mine" is believed so.
     *
     * @throws DutyNotOpen when it has ended otherwise
     * @throws ExitNotPossible when it is theirs already
     */
    public void reassign(long to) {
        if (state != DutyState.NOT_MINE) {
            mustBeOpen();
        }
        if (to == preceptorId) {
            throw new ExitNotPossible("samePreceptor");
        }
        preceptorId = to;
        open();
    }

    /**
     * @throws DutyNotOpen when it was submitted or excused
     * @throws ExitNotPossible without a reason
     */
    public void excuse(String why, Instant at) {
        if (state == DutyState.SUBMITTED || state == DutyState.EXCUSED) {
            throw new DutyNotOpen(state);
        }
        end(DutyState.EXCUSED, needed(why), at);
    }

    /**
     * It is owed again.
     *
     * @throws DutyNotOpen when it is open, submitted or too late for (a mid one)
     * @throws ExitNotPossible without a reason
     */
    public void reopen(String why) {
        if (state == DutyState.OPEN || state == DutyState.SUBMITTED || state == DutyState.MISSED) {
            throw new DutyNotOpen(state);
        }
        needed(why);
        open();
    }

    /**
     * What was submitted is to be written again, beginning with this draft.
     *
     * @throws DutyNotOpen when it was not submitted
     * @throws ExitNotPossible without a reason
     */
    public void reopenWith(long draft, String why, Instant at) {
        if (state != DutyState.SUBMITTED) {
            throw new DutyNotOpen(state);
        }
        needed(why);
        open();
        evaluationId = draft;
        startedAt = at;
    }

    /** True for what the one who took this exit may take back. */
    boolean canBeTakenBack() {
        return state == DutyState.NOT_MINE || state == DutyState.INSUFFICIENT_CONTACT;
    }

    private void open() {
        state = DutyState.OPEN;
        closedAt = null;
        reason = null;
        snoozedUntil = null;
    }

    private void end(DutyState how, String why, Instant at) {
        state = how;
        reason = why;
        closedAt = at;
        snoozedUntil = null;
    }

    private void mustBeOpen() {
        if (state != DutyState.OPEN) {
            throw new DutyNotOpen(state);
        }
    }

    private static String needed(String why) {
        String tidy = tidy(why);
        if (tidy == null) {
            throw new ExitNotPossible("reason");
        }
        return tidy;
    }

    private static String tidy(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason is too long");
        }
        return text.strip();
    }

    /** True from the day on which it may be written (DU-2). */
    public boolean opened(LocalDate today) {
        return !opensOn.isAfter(today);
    }

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public long rotationId() {
        return rotationId;
    }

    public long learnerId() {
        return learnerId;
    }

    /** Who owes it now. */
    public long preceptorId() {
        return preceptorId;
    }

    public Phase phase() {
        return phase;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public DutyState state() {
        return state;
    }

    /** The draft or the submitted evaluation; null while nothing was saved. */
    public Long evaluationId() {
        return evaluationId;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public String reason() {
        return reason;
    }

    public LocalDate snoozedUntil() {
        return snoozedUntil;
    }
}
