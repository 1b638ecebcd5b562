package org.preceptorportal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.Waiver;

/** Words whose keys are put together at run time. */
class AskingWordsTest {
    private final ResourceBundle bundle = ResourceBundle.getBundle("messages.asking", Locale.US);

    @Test
    void everyStageAndWaiverHasItsWords() {
        List<String> keys = new ArrayList<>();
        for (LetterStatus status : LetterStatus.values()) {
            keys.add("mine.stage." + status);
            keys.add("mine.state." + status);
        }
        for (LetterStatus status :
                List.of(LetterStatus.REQUESTED, LetterStatus.OPENED, LetterStatus.DRAFTING)) {
            keys.add("agenda.waiting." + status);
        }
        keys.add("waiver." + Waiver.CURRENT_TEXT + ".waived");
        keys.add("waiver." + Waiver.CURRENT_TEXT + ".kept");
        assertThat(bundle.keySet()).containsAll(keys);
    }
}
