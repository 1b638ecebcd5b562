package org.preceptorportal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Words whose keys are put together at run time. */
class VerifyWordsTest {
    private final ResourceBundle bundle = ResourceBundle.getBundle("messages.verify", Locale.US);

    @Test
    void everyFindingHasItsWords() {
        for (Answer.Finding finding : Answer.Finding.values()) {
            assertThat(bundle.keySet()).contains("verify.state." + finding);
            assertThat(bundle.keySet()).contains("verify.meaning." + finding);
        }
    }

    @Test
    void aReplacedLetterSaysThatANewerOneIsInForce() {
        assertThat(bundle.getString("verify.meaning.SUPERSEDED"))
                .contains("newer version", "That one is in force, and this one no longer");
    }
}
