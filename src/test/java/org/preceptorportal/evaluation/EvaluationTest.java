package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.form.EvaluationForm;

class EvaluationTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T14:02:00Z"), ZoneOffset.UTC);
    private static final String STRENGTHS = "Examines with great care and tells families why.";
    private static final String IMPROVEMENT = "Start presentations with the main question.";

    private final EvaluationForm form = SampleForm.FORM;
    private final Evaluation evaluation = draft();

    private Evaluation draft() {
        return new Evaluation(SampleRotation.make(), 3, form, CLOCK);
    }

    @Test
    void submitsWhenEverythingIsAnsweredAndSeen() {
        evaluation.viewed(17);
        evaluation.submit(form, all(3), 17, CLOCK);
        assertThat(evaluation.status()).isEqualTo(EvaluationStatus.SUBMITTED);
        assertThat(evaluation.submittedAt()).isEqualTo(CLOCK.instant());
        assertThat(evaluation.straightLine()).isTrue();
    }

    @Test
    void anIncompleteSubmitNamesWhatIsMissing() {
        evaluation.viewed(1);
        EvaluationIncomplete refused =
                catchThrowableOfType(
                        EvaluationIncomplete.class,
                        () -> evaluation.submit(form, Answers.none(), 1, CLOCK));
        assertThat(refused.missing()).hasSize(14 + 4);
        assertThat(evaluation.status()).isEqualTo(EvaluationStatus.DRAFT);
    }

    @Test
    void nothingIsSubmittedThatWasNotSeenAsItIs() {
        assertThatThrownBy(() -> evaluation.submit(form, all(3), 17, CLOCK))
                .isInstanceOf(EvaluationNotViewed.class);
        evaluation.viewed(16);
        assertThatThrownBy(() -> evaluation.submit(form, all(3), 17, CLOCK))
                .isInstanceOf(EvaluationNotViewed.class);
        evaluation.viewed(17);
        evaluation.submit(form, all(3), 17, CLOCK);
    }

    @Test
    void tooLittleContactIsNotAnEvaluation() {
        evaluation.viewed(1);
        assertThatThrownBy(() -> evaluation.submit(form, rated(null, "team", "culture"), 1, CLOCK))
                .isInstanceOf(ContactInsufficient.class);
        evaluation.submit(form, rated(null, "team", "culture", "english"), 1, CLOCK);
        assertThat(evaluation.status()).isEqualTo(EvaluationStatus.SUBMITTED);
    }

    @Test
    void s6_anEmojiIsRefusedBeforeItCanSpoilAReportForGood() {
        evaluation.viewed(1);
        Answers rocket =
                Answers.ofFinal(
                        all(3).ratings(), "A joy to teach, every day \uD83D\uDE80", IMPROVEMENT, 2);
        assertThatThrownBy(() -> evaluation.submit(form, rocket, 1, CLOCK))
                .isInstanceOf(SymbolNotPrintable.class);
        Answers words =
                Answers.ofFinal(
                        all(3).ratings(),
                        "A joy to teach: Nguyễn, 37 °C, naïve, ≥ 3 – “yes”",
                        IMPROVEMENT,
                        2);
        evaluation.submit(form, words, 1, CLOCK);
    }

    @Test
    void whatIsSubmittedNeverChanges() {
        evaluation.viewed(1);
        evaluation.submit(form, all(5), 1, CLOCK);
        assertThatThrownBy(() -> evaluation.viewed(1)).isInstanceOf(EvaluationClosed.class);
        assertThatThrownBy(() -> evaluation.ready(CLOCK)).isInstanceOf(EvaluationClosed.class);
        assertThatThrownBy(() -> evaluation.submit(form, all(5), 1, CLOCK))
                .isInstanceOf(EvaluationClosed.class);
    }

    @Test
    void onlyWhatWasSubmittedIsAmended() {
        assertThatThrownBy(() -> Evaluation.amending(evaluation, CLOCK))
                .isInstanceOf(EvaluationClosed.class);
        evaluation.viewed(1);
        evaluation.submit(form, all(5), 1, CLOCK);
        Evaluation again = Evaluation.amending(evaluation, CLOCK);
        assertThat(again.status()).isEqualTo(EvaluationStatus.DRAFT);
        assertThat(again.preceptorId()).isEqualTo(3);
        assertThat(again.form()).isEqualTo(evaluation.form());
    }

    private Answers all(Integer rating) {
        return rated(rating);
    }

    /** All items alike, but these with a 4. */
    private Answers rated(Integer rating, String... fours) {
        Map<String, Integer> ratings = new HashMap<>();
        form.items().forEach(item -> ratings.put(item.code(), rating));
        for (String four : fours) {
            ratings.put(four, 4);
        }
        return Answers.ofFinal(ratings, STRENGTHS, IMPROVEMENT, 12);
    }
}
