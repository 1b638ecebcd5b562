package org.preceptorportal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.seal.SealNotPossible;
import org.preceptorportal.stepup.Proof;

/** Words whose keys are put together at run time. */
class SigningWordsTest {
    private final ResourceBundle bundle = ResourceBundle.getBundle("messages.signing", Locale.US);

    @Test
    void everyStateAndProofHasItsWords() {
        List<String> keys = new ArrayList<>();
        for (SignedLetter.State state : SignedLetter.State.values()) {
            keys.add("signed.state." + state);
        }
        for (Letter.Chair chair : Letter.Chair.values()) {
            keys.add("authors.chair." + chair);
        }
        for (Proof proof : Proof.values()) {
            keys.add("sign.how." + proof);
        }
        for (SealNotPossible.Reason reason : SealNotPossible.Reason.values()) {
            keys.add("refused.notSealed." + reason);
        }
        assertThat(bundle.keySet()).containsAll(keys);
    }
}
