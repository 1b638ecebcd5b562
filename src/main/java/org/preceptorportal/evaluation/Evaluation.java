package org.preceptorportal.evaluation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.preceptorportal.duty.Duty;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;

/** What one preceptor says about one learner in one rotation; final once submitted (EV-5). */
@Entity
public class Evaluation {
    /** Rated items an evaluation needs to say anything (EV-4). */
    static final int FEWEST_RATED = 3;

    /** Words each text needs: fewer help neither the learner nor a reader. */
    static final int FEWEST_WORDS = 4;

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
    private Phase phase;

    private String form;

    @Column(name = "form_version")
    private int formVersion;

    @Enumerated(EnumType.STRING)
    private EvaluationStatus status;

    private String strengths;
    private String improvement;

    @Column(name = "days_observed")
    private Integer daysObserved;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Version private int version;

    @OneToMany(mappedBy = "evaluation", cascade = CascadeType.ALL)
    private List<ItemRating> ratings = new ArrayList<>();

    protected Evaluation() {}

    /** An empty draft on the given form version. */
    public Evaluation(Duty duty, EvaluationForm onForm, Clock clock) {
        tenantId = duty.tenantId();
        rotationId = duty.rotationId();
        learnerId = duty.learnerId();
        preceptorId = duty.preceptorId();
        phase = duty.phase();
        form = onForm.code();
        formVersion = onForm.version();
        status = EvaluationStatus.DRAFT;
        strengths = "";
        improvement = "";
        startedAt = clock.instant();
        savedAt = startedAt;
    }

    /**
     * Rates an item, or marks it.
     *
     * @param rating 1 to 5; null for "not observed" (EV-3)
     * @throws EvaluationClosed when already submitted
     */
    public void rate(String item, Integer rating) {
        mustBeOpen();
        if (rating != null && (rating < 1 || rating > 5)) {
            throw new IllegalArgumentException("a rating is 1 to 5");
        }
        for (ItemRating each : ratings) {
            if (each.item().equals(item)) {
                each.become(rating);
                return;
            }
        }
        ratings.add(new ItemRating(this, item, rating));
    }

    /**
     * @throws EvaluationClosed when already submitted
     */
    public void write(String newStrengths, String newImprovement) {
        mustBeOpen();
        strengths = newStrengths;
        improvement = newImprovement;
    }

    /**
     * @param days days on which the preceptor saw the learner at work; null when not said
     * @throws EvaluationClosed when already submitted
     */
    public void observedOn(Integer days) {
        mustBeOpen();
        daysObserved = days;
    }

    /** The duty was handed over: whoever owes it now goes on with the draft (DU-8). */
    void nowBy(long owing) {
        mustBeOpen();
        preceptorId = owing;
    }

    /** Takes over all answers at once, as an autosave does. */
    void answer(Answers answers, EvaluationForm onForm, Clock clock) {
        mustBeOpen();
        answers.ratings()
                .forEach(
                        (item, rating) -> {
                            if (!onForm.knows(item)) {
                                throw new IllegalArgumentException("the form has no item " + item);
                            }
                            rate(item, rating);
                        });
        write(answers.strengths(), answers.improvement());
        observedOn(answers.daysObserved());
        savedAt = clock.instant();
    }

    /**
     * Closes the evaluation for good.
     *
     * @throws EvaluationIncomplete names what is missing (EV-2)
     * @throws ContactInsufficient when too little was observed (EV-4)
     * @throws SymbolNotPrintable when a text holds an emoji (EV-9)
     * @throws EvaluationClosed when already submitted
     */
    public void submit(EvaluationForm onForm, Clock clock) {
        mustBeOpen();
        if (!onForm.code().equals(form) || onForm.version() != formVersion) {
            throw new IllegalArgumentException("the answers belong to another form version");
        }
        List<String> missing = missing(onForm);
        if (!missing.isEmpty()) {
            throw new EvaluationIncomplete(missing);
        }
        if (ratings.stream().filter(each -> each.rating() != null).count() < FEWEST_RATED) {
            throw new ContactInsufficient(FEWEST_RATED);
        }
        mustPrint(strengths);
        mustPrint(improvement);
        status = EvaluationStatus.SUBMITTED;
        submittedAt = clock.instant();
        savedAt = submittedAt;
    }

    /** Codes of unanswered items in the form's order, then the names of missing texts. */
    List<String> missing(EvaluationForm onForm) {
        Answers given = answers();
        List<String> missing = new ArrayList<>();
        for (Item item : onForm.required()) {
            if (!given.ratings().containsKey(item.code())) {
                missing.add(item.code());
            }
        }
        if (words(strengths) < FEWEST_WORDS) {
            missing.add("strengths");
        }
        if (words(improvement) < FEWEST_WORDS) {
            missing.add("improvement");
        }
        if (daysObserved == null) {
            missing.add("days");
        }
        return missing;
    }

    private static void mustPrint(String text) {
        text.codePoints()
                .filter(c -> Character.isSupplementaryCodePoint(c) || !Character.isDefined(c))
                .findFirst()
                .ifPresent(
                        c -> {
                            throw new SymbolNotPrintable(Character.toString(c));
                        });
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private void mustBeOpen() {
        if (status == EvaluationStatus.SUBMITTED) {
            throw new EvaluationClosed();
        }
    }

    public Answers answers() {
        Map<String, Integer> byItem = new TreeMap<>();
        for (ItemRating each : ratings) {
            byItem.put(each.item(), each.rating());
        }
        return new Answers(byItem, strengths, improvement, daysObserved);
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

    public Phase phase() {
        return phase;
    }

    public long learnerId() {
        return learnerId;
    }

    public long preceptorId() {
        return preceptorId;
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

    /** Grows with every save; a save must name the version it saw (EV-6). */
    public int version() {
        return version;
    }
}
