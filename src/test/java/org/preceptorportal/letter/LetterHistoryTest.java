package org.preceptorportal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preceptorportal.letter.SampleLetter.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When what a letter says is kept before something else is written (LT-9, S9). */
class LetterHistoryTest {
    private static final String AUTHOR = "Ana Ruiz, MD";
    private static final LetterText LONG = LetterText.parse("<p>" + "word ".repeat(60) + "</p>");
    private static final LetterText LONGER = LetterText.parse("<p>" + "word ".repeat(61) + "</p>");

    private static final LetterSource PROSE = new LetterSource(LetterKind.WORDS, "", null);

    private final Letter letter = written(LONG);

    @Test
    void typingOnIsNotKeptAtEveryPause() {
        assertThat(worth(LONGER, AUTHOR, Optional.empty(), NOW.plusSeconds(2))).isFalse();
    }

    @Test
    void keepsAfterAPause() {
        assertThat(worth(LONGER, AUTHOR, Optional.empty(), NOW.plusSeconds(119))).isFalse();
        assertThat(worth(LONGER, AUTHOR, Optional.empty(), NOW.plusSeconds(120))).isTrue();
    }

    @Test
    void keepsWhatAnotherPersonWrote() {
        assertThat(worth(LONGER, "Sam Okafor", Optional.empty(), NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void keepsWhatIsAboutToBeLost() {
        assertThat(worth(LetterText.parse(""), AUTHOR, Optional.empty(), NOW.plusSeconds(2)))
                .isTrue();
        assertThat(
                        worth(
                                LetterText.parse("<p>" + "word ".repeat(50) + "</p>"),
                                AUTHOR,
                                Optional.empty(),
                                NOW.plusSeconds(2)))
                .isFalse();
    }

    @Test
    void keepsEveryFewMinutesOfTypingOn() {
        assertThat(worth(LONGER, AUTHOR, kept(Duration.ofMinutes(4)), NOW.plusSeconds(2)))
                .isFalse();
        assertThat(worth(LONGER, AUTHOR, kept(Duration.ofMinutes(5)), NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void knowsWhatItHasAlready() {
        LetterRevision kept = new LetterRevision(letter, PROSE, 1, NOW);
        assertThat(kept.says(letter, PROSE)).isTrue();
        assertThat(kept.says(written(LONGER), PROSE)).isFalse();
        LetterSource answers = new LetterSource(LetterKind.STRUCTURED, "{}", null);
        assertThat(kept.says(letter, answers)).isFalse();
        assertThat(new LetterRevision(letter, answers, 2, NOW).says(written(LONGER), answers))
                .as("answers are all there is of it")
                .isTrue();
    }

    private boolean worth(LetterText next, String by, Optional<LetterRevision> last, Instant now) {
        int lost = letter.text().words() - next.words();
        return LetterHistory.worthKeeping(letter, lost, by, last, now);
    }

    private static Optional<LetterRevision> kept(Duration before) {
        Letter old = SampleLetter.drafting();
        old.write(LONG, 0, AUTHOR, NOW.minus(before));
        return Optional.of(new LetterRevision(old, PROSE, 1, NOW));
    }

    private static Letter written(LetterText text) {
        Letter letter = SampleLetter.drafting();
        letter.write(text, 0, AUTHOR, NOW);
        return letter;
    }
}
