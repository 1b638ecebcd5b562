package org.preceptorportal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preceptorportal.shell.Words;

/** Times as people say them. */
class SpansTest {
    private final Spans spans = new Spans(new Words());

    @Test
    void saysHowLongSomethingTook() {
        assertThat(spans.say(Duration.ofMillis(1_240))).isEqualTo("1.2 s");
        assertThat(spans.say(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(spans.say(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
        assertThat(spans.say(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    @Test
    void saysWhatIsLeftAsASpan() {
        assertThat(left(180, 480)).isEqualTo("3 to 8 minutes left");
        assertThat(left(170, 190)).isEqualTo("about 3 minutes left");
        assertThat(left(50, 65)).isEqualTo("about a minute left");
        assertThat(left(5, 200)).isEqualTo("at most 3 minutes left");
        assertThat(left(5, 20)).isEqualTo("less than a minute left");
        assertThat(left(7_200, 14_400)).isEqualTo("2 to 4 hours left");
    }

    @Test
    void saysThatNobodyKnows() {
        assertThat(spans.left(Optional.empty())).isEqualTo("no estimate yet");
    }

    private String left(long low, long high) {
        return spans.left(
                Optional.of(new Estimate(Duration.ofSeconds(low), Duration.ofSeconds(high))));
    }
}
