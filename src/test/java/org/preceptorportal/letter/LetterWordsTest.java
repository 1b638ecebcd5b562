package org.preceptorportal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    void everyStageStateAndRefusalHasItsWords() {
        List<String> keys = new ArrayList<>();
        for (LetterStatus status : LetterStatus.values()) {
            keys.add("mine.stage." + status);
            keys.add("mine.state." + status);
        }
        for (LetterStatus status :
                List.of(LetterStatus.REQUESTED, LetterStatus.OPENED, LetterStatus.DRAFTING)) {
            keys.add("agenda.waiting." + status);
        }
        for (SignedLetter.State state : SignedLetter.State.values()) {
            keys.add("verify.state." + state);
            keys.add("verify.meaning." + state);
        }
        for (RotationType type : RotationType.values()) {
            keys.add("rotation." + type.name());
        }
        Arrays.stream(SigningCode.Verdict.values())
                .filter(verdict -> verdict != SigningCode.Verdict.RIGHT)
                .forEach(v -> keys.add("refused.code." + v.name().toLowerCase(Locale.ROOT)));
        keys.add("waiver." + Waiver.CURRENT_TEXT + ".waived");
        keys.add("waiver." + Waiver.CURRENT_TEXT + ".kept");
        assertThat(bundle.keySet()).containsAll(keys);
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

    @Test
    void namesTheLimitAndTheServiceWhenItRefuses() {
        assertThat(words.say("letter", "refused.tooMany", "Riverside", 4))
                .isEqualTo("Riverside takes at most 4 letters from you this season, and has them.");
        assertThat(words.say("letter", "refused.notDirect", "Riverside", "ERAS"))
                .startsWith("Riverside takes letters through ERAS only");
    }
}
