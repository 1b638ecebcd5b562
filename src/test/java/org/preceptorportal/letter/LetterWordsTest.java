package org.preceptorportal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Words;

/** Words whose keys are put together at run time. */
class LetterWordsTest {
    private final ResourceBundle bundle = ResourceBundle.getBundle("messages.letter", Locale.US);
    private final Words words = new Words();

    @Test
    void everyTypeOfRotationHasItsWords() {
        for (RotationType type : RotationType.values()) {
            assertThat(bundle.keySet()).contains("rotation." + type.name());
        }
    }

    @Test
    void countsAsPeopleDo() {
        assertThat(words.say("letter", "fact.dates.value", "1 Sep 2026", "7 Sep 2026", 1))
                .isEqualTo("1 Sep 2026 to 7 Sep 2026 (1 week)");
        assertThat(words.say("letter", "fact.dates.value", "1 Sep 2026", "25 Sep 2026", 4))
                .isEqualTo("1 Sep 2026 to 25 Sep 2026 (4 weeks)");
        assertThat(words.say("letter", "fact.evaluations.value", 0, 0)).isEqualTo("None yet");
        assertThat(words.say("letter", "fact.evaluations.value", 1, 12))
                .isEqualTo("1 by the author, 12 days observed");
    }
}
