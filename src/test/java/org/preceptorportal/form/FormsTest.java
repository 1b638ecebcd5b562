package org.preceptorportal.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.preceptorportal.roster.RotationType;

class FormsTest {
    private final Forms forms = new Forms();

    FormsTest() {
        forms.read();
    }

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

    @Test
    void everyRotationTypeHasAFinalForm() {
        for (RotationType type : RotationType.values()) {
            assertThat(forms.current(1, Purpose.FINAL, type).rotationTypes()).contains(type);
        }
    }
}
