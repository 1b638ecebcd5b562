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
import org.preceptorportal.duty.Phase;
import org.preceptorportal.form.EvaluationForm;

class EvaluationTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T14:02:00Z"), ZoneOffset.UTC);
    private static final String STRENGTHS = "Examines with great care and tells families why.";
    private static final String IMPROVEMENT = "Start presentations with the main question.";

    private final EvaluationForm form = SampleForm.FORM;
    private final Evaluation evaluation = new Evaluation(SampleDuty.of(Phase.FINAL), form, CLOCK);

    @Test
    void submitsWhenEverythingIsAnswered() {
        answerAll(3);
        evaluation.submit(form, CLOCK);
        assertThat(evaluation.status()).isEqualTo(EvaluationStatus.SUBMITTED);
        assertThat(evaluation.submittedAt()).isEqualTo(CLOCK.instant());
    }

    @Test
    void anIncompleteSubmitNamesWhatIsMissingInOrderOfTheForm() {
        answerAll(3);
        Evaluation other = new Evaluation(SampleDuty.of(Phase.FINAL), form, CLOCK);
        other.rate("team", 4);
        EvaluationIncomplete refused =
                catchThrowableOfType(EvaluationIncomplete.class, () -> other.submit(form, CLOCK));
        assertThat(refused.missing())
                .hasSize(13 + 3)
                .startsWith("history-exam", "reasoning-plan")
                .endsWith("strengths", "improvement", "days")
                .doesNotContain("team");
    }

    @Test
    void bothTextsNeedSomeWords() {
        answerAll(3);
        evaluation.write("Good.", IMPROVEMENT);
        assertThat(
                        catchThrowableOfType(
                                        EvaluationIncomplete.class,
                                        () -> evaluation.submit(form, CLOCK))
                                .missing())
                .containsExactly("strengths");
    }

    @Test
    void notObservedIsAnAnswerButNotANumber() {
        answerAll(3);
        evaluation.rate("culture", null);
        evaluation.submit(form, CLOCK);
        assertThat(evaluation.answers().ratings()).containsEntry("culture", null);
        assertThatThrownBy(
                        () ->
                                new Evaluation(SampleDuty.of(Phase.FINAL), form, CLOCK)
                                        .rate("culture", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tooLittleContactIsNotAnEvaluation() {
        answerAll(null);
        evaluation.rate("team", 4);
        evaluation.rate("culture", 4);
        assertThatThrownBy(() -> evaluation.submit(form, CLOCK))
                .isInstanceOf(ContactInsufficient.class);
        evaluation.rate("english", 4);
        evaluation.submit(form, CLOCK);
        assertThat(evaluation.status()).isEqualTo(EvaluationStatus.SUBMITTED);
    }

    @Test
    void s6_anEmojiIsRefusedBeforeItCanSpoilAReportForGood() {
        answerAll(3);
        evaluation.write("A joy to teach, every day \uD83D\uDE80", IMPROVEMENT);
        assertThatThrownBy(() -> evaluation.submit(form, CLOCK))
                .isInstanceOf(SymbolNotPrintable.class);
        evaluation.write("A joy to teach: Nguyễn, 37 °C, naïve, ≥ 3 – “yes”", IMPROVEMENT);
        evaluation.submit(form, CLOCK);
    }

    @Test
    void whatIsSubmittedNeverChanges() {
        answerAll(5);
        evaluation.submit(form, CLOCK);
        assertThatThrownBy(() -> evaluation.rate("team", 1)).isInstanceOf(EvaluationClosed.class);
        assertThatThrownBy(() -> evaluation.write("x", "y")).isInstanceOf(EvaluationClosed.class);
        assertThatThrownBy(() -> evaluation.observedOn(1)).isInstanceOf(EvaluationClosed.class);
        assertThatThrownBy(() -> evaluation.answer(Answers.none(), form, CLOCK))
                .isInstanceOf(EvaluationClosed.class);
        assertThatThrownBy(() -> evaluation.submit(form, CLOCK))
                .isInstanceOf(EvaluationClosed.class);
    }

    @Test
    void refusesAnItemTheFormDoesNotHave() {
        Answers foreign = new Answers(Map.of("golf", 3), "", "", null);
        assertThatThrownBy(() -> evaluation.answer(foreign, form, CLOCK))
                .hasMessageContaining("no item golf");
    }

    @Test
    void lineBreaksOfABrowserAreOneCharacter() {
        assertThat(new Answers(Map.of(), "one\r\ntwo ", null, null).strengths())
                .isEqualTo("one\ntwo");
    }

    private void answerAll(Integer rating) {
        Map<String, Integer> ratings = new HashMap<>();
        form.items().forEach(item -> ratings.put(item.code(), rating));
        evaluation.answer(new Answers(ratings, STRENGTHS, IMPROVEMENT, 12), form, CLOCK);
    }
}
