package org.preceptorportal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preceptorportal.roster.RotationType;

class FormsTest {
    private static final List<String> EIGHT =
            List.of(
                    "reasoning",
                    "knowledge",
                    "learning",
                    "system",
                    "professionalism",
                    "communication",
                    "culture",
                    "awareness");

    private final Forms forms = new ShippedForms();

    @Test
    void theFirstFinalFormKeepsItsFourteenItems() {
        EvaluationForm form = forms.get(1, "final", 1);
        assertThat(form.items()).hasSize(14);
        assertThat(form.required()).hasSize(14);
        assertThat(form.items()).allSatisfy(item -> assertThat(item.anchors()).hasSize(5));
        assertThat(form.texts())
                .extracting(TextQuestion::label)
                .containsExactly("Strengths", "One thing to improve");
    }

    @ParameterizedTest
    @EnumSource
    void everyRotationTypeHasAFormForEachPurpose(RotationType type) {
        for (Purpose purpose : Purpose.values()) {
            EvaluationForm form = forms.current(1, purpose, type);
            assertThat(form.rotationTypes()).contains(type);
            assertThat(form.purpose()).isEqualTo(purpose);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFinalFormAsksTheSameEightThingsOfEverybody(RotationType type) {
        EvaluationForm form = forms.current(1, Purpose.FINAL, type);
        assertThat(form.required()).extracting(Item::code).containsExactlyElementsOf(EIGHT);
        assertThat(form.required())
                .allSatisfy(
                        item -> {
                            assertThat(item.anchors()).hasSize(5);
                            assertThat(item.scale()).isEqualTo("performance");
                        });
    }

    @Test
    void handsOnItemsAreAbsentFromAnObservership() {
        Set<String> handsOn =
                Set.of("EPA 1", "EPA 3", "EPA 4", "EPA 5", "EPA 8", "EPA 11", "EPA 12");
        for (Purpose purpose : Purpose.values()) {
            EvaluationForm form = forms.current(1, purpose, RotationType.OBSERVERSHIP);
            assertThat(form.items()).extracting(Item::epa).doesNotContainAnyElementsOf(handsOn);
            assertThat(form.items()).extracting(Item::scale).doesNotContain("entrustment");
        }
        assertThat(forms.current(1, Purpose.FINAL, RotationType.EXTERNSHIP).items())
                .extracting(Item::epa)
                .contains("EPA 1", "EPA 5", "EPA 12");
    }

    @Test
    void theHalfwayFormSharesItemsWithEachFinalForm() {
        EvaluationForm mid = forms.current(1, Purpose.MID, RotationType.CLERKSHIP);
        assertThat(mid.required()).isEmpty();
        assertThat(mid.text("goal").required()).isTrue();
        for (RotationType type : RotationType.values()) {
            EvaluationForm end = forms.current(1, Purpose.FINAL, type);
            assertThat(mid.items())
                    .allSatisfy(i -> assertThat(end.item(i.code()).scale()).isEqualTo(i.scale()));
        }
    }
}
