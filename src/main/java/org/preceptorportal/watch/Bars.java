package org.preceptorportal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.StepView;

/**
 * Times as bars: places and widths in percent, so that a picture fits every screen and its words
 * keep their size.
 */
public final class Bars {
    /** What took a moment is still to be seen. */
    private static final double LEAST = 0.6;

    private Bars() {}

    /**
     * One bar.
     *
     * @param from percent of the whole width before it
     * @param width percent
     */
    public record Bar(double from, double width) {
        /** For an attribute of SVG. */
        public String x() {
            return percent(from);
        }

        public String w() {
            return percent(width);
        }

        private static String percent(double value) {
            return String.format(Locale.ROOT, "%.1f%%", value);
        }
    }

    /** A step of a night in its time. */
    public record Line(String job, StepView step, boolean failed, Duration took, Bar bar) {}

    /** The steps that began, each where it stands in the night's time. */
    public static List<Line> of(NightView night, Instant now) {
        Instant from = night.startedAt();
        if (from == null) {
            return List.of();
        }
        Instant until = night.active() || night.endedAt() == null ? now : night.endedAt();
        double whole = Math.max(1, Duration.between(from, until).toMillis());
        List<Line> lines = new ArrayList<>();
        for (RunView run : night.runs()) {
            for (StepView step : run.steps()) {
                if (step.startedAt() == null) {
                    continue;
                }
                Instant end = step.endedAt() != null ? step.endedAt() : end(run, until);
                double before = Math.max(0, Duration.between(from, step.startedAt()).toMillis());
                Duration took = Duration.between(step.startedAt(), end);
                double width = Math.max(LEAST, 100 * took.toMillis() / whole);
                double place = Math.max(0, Math.min(100 - LEAST, 100 * before / whole));
                lines.add(
                        new Line(
                                run.job(),
                                step,
                                run.state().failed() && step.endedAt() == null,
                                took,
                                new Bar(place, Math.min(width, 100 - place))));
            }
        }
        return lines;
    }

    private static Instant end(RunView run, Instant until) {
        return run.active() || run.endedAt() == null ? until : run.endedAt();
    }

    /** How long a night took beside the longest of them all; null for one that never began. */
    public static Bar of(NightView night, List<NightView> all) {
        long longest = all.stream().mapToLong(n -> took(n).toMillis()).max().orElse(0);
        return night.startedAt() == null || night.endedAt() == null
                ? null
                : new Bar(
                        0, Math.max(LEAST, 100.0 * took(night).toMillis() / Math.max(1, longest)));
    }

    private static Duration took(NightView night) {
        return night.startedAt() == null || night.endedAt() == null
                ? Duration.ZERO
                : Duration.between(night.startedAt(), night.endedAt());
    }
}
