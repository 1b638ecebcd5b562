package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.form.ShippedForms;
import org.preceptorportal.roster.RotationType;

class AnswersTest {
    private final EvaluationForm form = SampleForm.FORM;
    private final Forms forms = new ShippedForms();

    @Test
    void missingIsNamedInTheOrderOfTheFormThenTextsThenContext() {
        Answers one = Answers.of(form, Map.of("team", "4"));
        assertThat(one.missing(form))
                .hasSize(13 + 4)
                .startsWith("history-exam", "reasoning-plan")
                .endsWith("strengths", "improvement", "days", "conflict")
                .doesNotContain("team");
    }

    @Test
    void optionalItemsAreNotMissing() {
        EvaluationForm handsOn = forms.current(1, Purpose.FINAL, RotationType.EXTERNSHIP);
        Map<String, String> required = new HashMap<>();
        handsOn.required().forEach(item -> required.put(item.code(), "0"));
        assertThat(handsOn.required()).hasSize(8);
        assertThat(handsOn.items()).hasSizeGreaterThan(8);
        assertThat(Answers.of(handsOn, required).missing(handsOn))
                .containsExactly("strengths", "improvement", "days", "conflict");
    }

    @Test
    void theMiddleNeedsItsGoalAndNoContext() {
        EvaluationForm mid = forms.current(1, Purpose.MID, RotationType.CLERKSHIP);
        assertThat(Answers.none().missing(mid)).containsExactly("goal");
        assertThat(possible(mid, "days", "3")).isFalse();
        assertThat(possible(mid, "goal", "Open with the assessment.")).isTrue();
    }

    @Test
    void aTextNeedsSomeWords() {
        assertThat(Answers.of(form, Map.of("strengths", "Good.")).missing(form))
                .contains("strengths");
        assertThat(Answers.of(form, Map.of("strengths", "Good with every family.")).missing(form))
                .doesNotContain("strengths");
    }

    @Test
    void takesOnlyWhatTheFormAsks() {
        assertThat(possible(form, "team", "5")).isTrue();
        assertThat(possible(form, "team", "0")).isTrue();
        assertThat(possible(form, "team", "6")).isFalse();
        assertThat(possible(form, "team", "")).isFalse();
        assertThat(possible(form, "golf", "3")).isFalse();
        assertThat(possible(form, "days", "366")).isTrue();
        assertThat(possible(form, "days", "367")).isFalse();
        assertThat(possible(form, "days", "many")).isFalse();
        assertThat(possible(form, "days", "")).isTrue();
        assertThat(possible(form, "encounters", "999")).isTrue();
        assertThat(possible(form, "goal-reached", "partly")).isTrue();
        assertThat(possible(form, "goal-reached", "maybe")).isFalse();
        assertThat(possible(form, "strengths", "x".repeat(10_000))).isTrue();
        assertThat(possible(form, "strengths", "x".repeat(10_001))).isFalse();
        assertThatThrownBy(() -> Answers.check(form, new Change("golf", "3", 0)))
                .isInstanceOf(AnswerNotPossible.class);
    }

    @Test
    void notObservedIsAnAnswerButNotANumber() {
        Answers answers = Answers.of(form, Map.of("team", "0", "culture", "4"));
        assertThat(answers.ratings()).containsEntry("team", null).containsEntry("culture", 4);
        assertThat(answers.rated()).isEqualTo(1);
        assertThatThrownBy(() -> Answers.ofFinal(Map.of("team", 0), "", "", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fiveEqualMarksAreAStraightLineFourAreNot() {
        String[] items = {"team", "culture", "english", "history-exam", "reasoning-plan"};
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            values.put(items[i], "4");
        }
        assertThat(Answers.of(form, values).straightLine()).isFalse();
        values.put(items[4], "4");
        assertThat(Answers.of(form, values).straightLine()).isTrue();
        values.put("knowledge-applied", "0");
        assertThat(Answers.of(form, values).straightLine()).isTrue();
        values.put("knowledge-applied", "5");
        assertThat(Answers.of(form, values).straightLine()).isFalse();
    }

    @Test
    void lineBreaksOfABrowserAreOneCharacter() {
        assertThat(new Change("strengths", "one\r\ntwo\0", 0).value()).isEqualTo("one\ntwo");
    }

    @Test
    void changesAndAnswersAreTheSame() {
        Map<String, Integer> ratings = new HashMap<>();
        ratings.put("team", 4);
        ratings.put("culture", null);
        Answers answers =
                new Answers(ratings, Map.of("strengths", "Kind"), 3, 12, "A cousin.", "reached");
        Map<String, String> values = new HashMap<>();
        answers.changes().forEach(change -> values.put(change.question(), change.value()));
        assertThatCode(() -> answers.changes().forEach(change -> Answers.check(form, change)))
                .doesNotThrowAnyException();
        assertThat(Answers.of(form, values)).isEqualTo(answers);
    }

    private static boolean possible(EvaluationForm form, String question, String value) {
        try {
            Answers.check(form, new Change(question, value, 0));
            return true;
        } catch (AnswerNotPossible refused) {
            return false;
        }
    }
}
