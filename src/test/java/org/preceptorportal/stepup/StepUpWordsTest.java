package org.preceptorportal.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Words whose keys are put together at run time. */
class StepUpWordsTest {
    @Test
    void everyRefusedCodeHasItsWords() {
        ResourceBundle bundle = ResourceBundle.getBundle("messages.stepup", Locale.US);
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.RIGHT) {
                String why = verdict.name().toLowerCase(Locale.ROOT);
                assertThat(bundle.keySet()).contains("refused.code." + why, "refused.app." + why);
            }
        }
    }
}
