package org.preceptorportal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealCommandTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return SealCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> new Seal(folder, null, Clock.systemUTC()),
                args);
    }

    @Test
    void foundsNothingByLooking() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("roll")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("start the portal first");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rollsOverAndListsWhatThereIs() {
        new Seal(folder, null, Clock.systemUTC()).check();
        assertThat(run("roll")).isZero();
        assertThat(run("roll", "--root")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Preceptor Portal Signatories 2", "Preceptor Portal Root 2")
                .contains("Nothing is to be done.", "Give verifiers the new root");
    }

    @Test
    void refusesOtherWords() {
        assertThat(run("--root")).isEqualTo(2);
        assertThat(run("roll", "now")).isEqualTo(2);
    }
}
