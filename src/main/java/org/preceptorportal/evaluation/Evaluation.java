package org.preceptorportal.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.Rotation;

/**
 * What one preceptor says about one learner in one rotation; final once submitted (EV-5). Its
 * answers are kept beside it, one by one ({@link SavedAnswers}).
 */
@Entity
public class Evaluation {
    /** Rated items a final needs to say anything (EV-4). */
    static final int FEWEST_RATED = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "rotation_id")
    private long rotationId;

    @Column(name = "learner_id")
    private long learnerId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    @Enumerated(EnumType.STRING)
    private Purpose phase;

    private String form;

    @Column(name = "form_version")
    private int formVersion;

    @Enumerated(EnumType.STRING)
    private EvaluationStatus status;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "amends_id")
    private Long amendsId;

    // Written by the submit that replaces this evaluation, by SQL: the row itself is final.
    @Column(name = "superseded_by", insertable = false, updatable = false)
    private Long supersededBy;

    @Column(name = "straight_line")
    private Boolean straightLine;

    private Integer seconds;

    @Column(name = "captured_by_card")
    private Long capturedByCard;

    private String observer;

    @Column(name = "typed_by")
    private String typedBy;

    @Column(name = "ready_at")
    private Instant readyAt;

    @Column(name = "viewed_revision")
    private Integer viewedRevision;

    @Version private int version;

    protected Evaluation() {}

    /** An empty draft of one preceptor on the given form version. */
    public Evaluation(Rotation rotation, long byPreceptor, EvaluationForm onForm, Clock clock) {
        tenantId = rotation.tenantId();
        rotationId = rotation.id();
        learnerId = rotation.learnerId();
        preceptorId = byPreceptor;
        phase = onForm.purpose();
        form = onForm.code();
        formVersion = onForm.version();
        status = EvaluationStatus.DRAFT;
        startedAt = clock.instant();
        savedAt = startedAt;
        seconds = 0;
    }

    /** A draft that shall take the place of a submitted evaluation, on the same form version. */
    static Evaluation amending(Evaluation old, Clock clock) {
        if (old.status != EvaluationStatus.SUBMITTED || old.supersededBy != null) {
            throw new EvaluationClosed();
        }
        Evaluation draft = new Evaluation();
        draft.tenantId = old.tenantId;
        draft.rotationId = old.rotationId;
        draft.learnerId = old.learnerId;
        draft.preceptorId = old.preceptorId;
        draft.phase = old.phase;
        draft.form = old.form;
        draft.formVersion = old.formVersion;
        draft.status = EvaluationStatus.DRAFT;
        draft.startedAt = clock.instant();
        draft.savedAt = draft.startedAt;
        draft.seconds = 0;
        draft.amendsId = old.id;
        return draft;
    }

    /**
     * Says by which card, and by whom, an encounter was written down.
     *
     * @param name who watched the learner, as typed; null for the preceptor themselves
     */
    void capturedBy(long card, String name) {
        mustBeOpen();
        capturedByCard = card;
        observer = name;
    }

    /**
     * The assistant is done; the preceptor has to read and submit it.
     *
     * @throws EvaluationClosed when already submitted
     */
    void ready(Clock clock) {
        mustBeOpen();
        readyAt = clock.instant();
    }

    /**
     * Its preceptor had all answers before them as they were at this revision (EV-12).
     *
     * @param revision the sum of the answers' revisions
     */
    void viewed(int revision) {
        mustBeOpen();
        viewedRevision = revision;
    }

    /**
     * Closes the evaluation for good.
     *
     * @param answers all that is kept
     * @param revision the sum of the answers' revisions
     * @throws EvaluationIncomplete names what is missing (EV-2)
     * @throws ContactInsufficient when a final observed too little (EV-4)
     * @throws SymbolNotPrintable when a text holds an emoji (EV-9)
     * @throws EvaluationNotViewed when it changed since its preceptor saw the whole of it (EV-12)
     * @throws EvaluationClosed when already submitted
     */
    void submit(EvaluationForm onForm, Answers answers, int revision, Clock clock) {
        mustBeOpen();
        if (!onForm.code().equals(form) || onForm.version() != formVersion) {
            throw new IllegalArgumentException("the answers belong to another form version");
        }
        var missing = answers.missing(onForm);
        if (!missing.isEmpty()) {
            throw new EvaluationIncomplete(missing);
        }
        if (phase == Purpose.FINAL && answers.rated() < FEWEST_RATED) {
            throw new ContactInsufficient(FEWEST_RATED);
        }
        answers.texts().values().forEach(Evaluation::mustPrint);
        if (answers.conflict() != null) {
            mustPrint(answers.conflict());
        }
        if (viewedRevision == null || viewedRevision != revision) {
            throw new EvaluationNotViewed();
        }
        straightLine = phase == Purpose.FINAL && answers.straightLine();
        status = EvaluationStatus.SUBMITTED;
        submittedAt = clock.instant();
        savedAt = submittedAt;
    }

    /**
     * @throws SymbolNotPrintable when it holds an emoji
     */
    static void mustPrint(String text) {
        text.codePoints()
                .filter(c -> Character.isSupplementaryCodePoint(c) || !Character.isDefined(c))
                .findFirst()
                .ifPresent(
                        c -> {
                            throw new SymbolNotPrintable(Character.toString(c));
                        });
    }

    private void mustBeOpen() {
        if (status == EvaluationStatus.SUBMITTED) {
            throw new EvaluationClosed();
        }
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

    public long preceptorId() {
        return preceptorId;
    }

    public Purpose phase() {
        return phase;
    }

    public String form() {
        return form;
    }

    public int formVersion() {
        return formVersion;
    }

    public EvaluationStatus status() {
        return status;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** The submitted evaluation whose place this one takes, or null. */
    public Long amendsId() {
        return amendsId;
    }

    /** The evaluation that took the place of this one, or null. */
    public Long supersededBy() {
        return supersededBy;
    }

    /** Whether all marks are the same; null while it is a draft. */
    public Boolean straightLine() {
        return straightLine;
    }

    /** Time spent on it; null for one from before this was measured. */
    public Integer seconds() {
        return seconds;
    }

    /** Who watched an encounter, when it was not its preceptor; else null. */
    public String observer() {
        return observer;
    }

    /** The revision of the answers that its preceptor had before them the last time, or null. */
    Integer viewedRevision() {
        return viewedRevision;
    }

    /** The name of whoever typed last, or null. */
    public String typedBy() {
        return typedBy;
    }

    /** When the assistant handed it over, or null. */
    public Instant readyAt() {
        return readyAt;
    }
}
