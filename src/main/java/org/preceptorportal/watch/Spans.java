package org.preceptorportal.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.preceptorportal.shell.Words;

/** Times as people say them: how long something took, how long it takes yet. */
@Named("spans")
@ApplicationScoped
public class Spans {
    /** From here on minutes would pretend to know. */
    private static final long HOURS_FROM = 120;

    @Inject Words words;

    public Spans() {}

    /** Without a container: at the console. */
    Spans(Words words) {
        this.words = words;
    }

    /** "42 s", "3 min 20 s", "2 h 5 min"; under a second in tenths. */
    public String say(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 10) {
            return words.say("watch", "span.tenths", span.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return words.say("watch", "span.seconds", seconds);
        }
        return seconds < 3600
                ? words.say("watch", "span.minutes", seconds / 60, seconds % 60)
                : words.say("watch", "span.hours", seconds / 3600, seconds % 3600 / 60);
    }

    /** Between two moments; empty when one is missing. */
    public String between(Instant from, Instant to) {
        return from == null || to == null ? "" : say(Duration.between(from, to));
    }

    /** "about 3 minutes left", "3 to 8 minutes left", or that nobody knows. */
    public String left(Optional<Estimate> estimate) {
        if (estimate.isEmpty()) {
            return words.say("watch", "left.unknown");
        }
        long low = Math.round(estimate.get().low().toSeconds() / 60.0);
        long high = Math.round(estimate.get().high().toSeconds() / 60.0);
        String unit = "left.minutes";
        if (high > HOURS_FROM) {
            low = Math.round(low / 60.0);
            high = Math.round(high / 60.0);
            unit = "left.hours";
        }
        if (high == 0) {
            return words.say("watch", "left.soon");
        }
        if (low == high) {
            return words.say("watch", unit, high);
        }
        return low == 0
                ? words.say("watch", unit + "UpTo", high)
                : words.say("watch", unit + "Span", low, high);
    }
}
