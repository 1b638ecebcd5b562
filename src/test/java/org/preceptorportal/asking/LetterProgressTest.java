package org.preceptorportal.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.asking.LetterProgress.NudgeState;
import org.preceptorportal.asking.LetterProgress.NudgeWord;
import org.preceptorportal.asking.LetterProgress.Stage;
import org.preceptorportal.delivery.Uploads;
import org.preceptorportal.letter.LetterStatus;

/** AK-1: the learner sees stages and dates. */
class LetterProgressTest {
    private static final Instant AT = Instant.parse("2026-11-22T15:00:00Z");

    @Test
    void aRequestWaitsToBeOpened() {
        LetterProgress progress = progress(LetterStatus.REQUESTED, null, null, null, null, null);

        assertThat(progress.stages())
                .extracting(Stage::key, Stage::state)
                .startsWith(
                        tuple("asked", "done"), tuple("opened", "now"), tuple("accepted", "ahead"))
                .hasSize(7);
        assertThat(progress.open()).isTrue();
        assertThat(progress.thankable()).isFalse();
    }

    @Test
    void anAcceptedLetterIsBeingWritten() {
        LetterProgress progress = progress(LetterStatus.DRAFTING, AT, AT, null, null, null);

        assertThat(progress.stages())
                .extracting(Stage::key, Stage::state)
                .contains(
                        tuple("accepted", "done"),
                        tuple("writing", "now"),
                        tuple("signed", "ahead"));
    }

    @Test
    void aSignedLetterWaitsForTheLearner() {
        LetterProgress progress = progress(LetterStatus.SIGNED, AT, AT, AT, null, null);

        assertThat(progress.stages())
                .extracting(Stage::key, Stage::state)
                .contains(
                        tuple("signed", "done"),
                        tuple("uploaded", "ahead"),
                        tuple("released", "now"));
        assertThat(progress.thankable()).isTrue();
        assertThat(progress.open()).isFalse();
    }

    @Test
    void anUploadedAndReleasedLetterIsDone() {
        LetterProgress progress = progress(LetterStatus.SIGNED, AT, AT, AT, AT, AT);

        assertThat(progress.stages()).extracting(Stage::state).containsOnly("done");
        assertThat(progress.thankable()).isFalse();
    }

    @Test
    void aDeclinedLetterEndsThere() {
        LetterProgress progress = progress(LetterStatus.DECLINED, AT, AT, null, null, null);

        assertThat(progress.stages())
                .extracting(Stage::key)
                .containsExactly("asked", "opened", "declined");
        assertThat(progress.open()).isFalse();
    }

    @Test
    void aWithdrawnLetterSaysWhen() {
        LetterProgress progress = progress(LetterStatus.WITHDRAWN, AT, AT, AT, AT, null);

        assertThat(progress.stages())
                .last()
                .extracting(Stage::key, Stage::at, Stage::state)
                .containsExactly("withdrawn", AT, "now");
        assertThat(progress.letter().released()).as("nobody may have it any more").isFalse();
    }

    /** The last moment stands for the upload, the release and the thanks together. */
    private static LetterProgress progress(
            LetterStatus status,
            Instant opened,
            Instant decided,
            Instant signed,
            Instant released,
            Instant uploaded) {
        MyLetter letter =
                new MyLetter(
                        1,
                        "Ana Ruiz, MD",
                        "Internal Medicine",
                        "Residency",
                        LocalDate.of(2026, 12, 24),
                        status,
                        true,
                        AT,
                        decided,
                        signed,
                        null,
                        released == null ? List.of() : List.of("Northgate"));
        return new LetterProgress(
                letter,
                opened,
                null,
                List.of(),
                uploaded == null
                        ? List.of()
                        : List.of(
                                new Uploads.Shown(
                                        "ERAS", "ERAS", LocalDate.of(2026, 11, 22), "Dana", AT)),
                released,
                status == LetterStatus.WITHDRAWN ? AT : null,
                32L,
                false,
                new NudgeState(NudgeWord.NEVER, null),
                uploaded);
    }
}
