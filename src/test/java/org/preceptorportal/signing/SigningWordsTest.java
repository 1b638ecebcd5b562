package org.preceptorportal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Words whose keys are put together at run time. */
class SigningWordsTest {
    private final ResourceBundle bundle = ResourceBundle.getBundle("messages.signing", Locale.US);

    @Test
    void everyStateAndRefusedCodeHasItsWords() {
        List<String> keys = new ArrayList<>();
        for (SignedLetter.State state : SignedLetter.State.values()) {
            keys.add("verify.state." + state);
            keys.add("verify.meaning." + state);
        }
        Arrays.stream(SigningCode.Verdict.values())
                .filter(verdict -> verdict != SigningCode.Verdict.RIGHT)
                .forEach(v -> keys.add("refused.code." + v.name().toLowerCase(Locale.ROOT)));
        assertThat(bundle.keySet()).containsAll(keys);
    }
}
