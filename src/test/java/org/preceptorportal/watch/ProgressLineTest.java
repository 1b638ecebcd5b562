package org.preceptorportal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Progress for eyes and for logs. */
class ProgressLineTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void inATerminalOneLineIsDrawnOverItself() {
        ProgressLine line = line(true);
        line.show(0, "skill-reports", "no estimate yet");
        line.show(50, "skill-reports", "about a minute left");
        line.end();

        String[] drawn = said.toString(StandardCharsets.UTF_8).split("\r");
        assertThat(drawn[1])
                .isEqualTo("[........................]   0 % skill-reports · no estimate yet");
        assertThat(drawn[2]).startsWith("[############............]  50 % skill-reports");
        assertThat(drawn[3]).isBlank();
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("\n");
    }

    @Test
    void aShorterLineLeavesNothingOfALongerOne() {
        ProgressLine line = line(true);
        line.show(10, "a-very-long-name-of-a-job", "about 40 minutes left");
        line.show(20, "short", "a minute");

        String[] drawn = said.toString(StandardCharsets.UTF_8).split("\r");
        assertThat(drawn[2]).hasSize(drawn[1].length());
    }

    @Test
    void neverWrapsATerminal() {
        ProgressLine line = line(true);
        line.show(10, "x".repeat(200), "left");

        assertThat(said.toString(StandardCharsets.UTF_8).length()).isLessThanOrEqualTo(80);
    }

    @Test
    void elsewhereEachTenthIsALine() {
        ProgressLine line = line(false);
        for (int percent = 0; percent <= 100; percent++) {
            line.show(percent, "skill-reports", "soon");
        }
        line.end();

        assertThat(said.toString(StandardCharsets.UTF_8).lines()).hasSize(11);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("\r");
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintStream(said, true, StandardCharsets.UTF_8), terminal);
    }
}
