package org.preceptorportal.bench.inside;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preceptorportal.bench.inside.LiveHeap.Most;
import org.preceptorportal.bench.inside.NightDrawn.Kind;
import org.preceptorportal.bench.inside.NightWorld.Size;
import org.preceptorportal.night.StepView;

/** What the measurement {@code night} prints. */
final class NightTable {
    private final PrintWriter out;
    private final int workers;
    private final List<String> jobs;

    NightTable(PrintWriter out, int workers, List<String> jobs) {
        this.out = out;
        this.workers = workers;
        this.jobs = jobs;
    }

    /** One night: its steps one after the other. */
    record Night(double seconds, int made, List<StepView> steps) {
        static Night of(List<StepView> steps) {
            return new Night(
                    steps.stream().mapToDouble(Night::seconds).sum(),
                    steps.stream().mapToInt(StepView::made).sum(),
                    List.copyOf(steps));
        }

        /** Without what the measurement itself took. */
        Night less(double ofMeasuring) {
            return new Night(seconds - ofMeasuring, made, steps);
        }

        String stepAt(Instant time) {
            return steps.stream()
                    .filter(step -> !time.isBefore(step.startedAt()))
                    .reduce((earlier, later) -> later)
                    .map(StepView::step)
                    .orElse("what comes before");
        }

        static double seconds(StepView step) {
            return Duration.between(step.startedAt(), step.endedAt()).toNanos() / 1e9;
        }
    }

    /**
     * One size.
     *
     * @param drawn how many documents of each kind the full night drew
     * @param bare milliseconds for one of them in the bare loop
     * @param heap the most that lived during the full night
     * @param load of the machine at the end
     */
    record Measured(
            Size size,
            Night full,
            Night same,
            Night little,
            Map<Kind, Long> drawn,
            Map<Kind, Double> bare,
            Most heap,
            double load) {
        double megabytes() {
            return heap.bytes() / 1e6;
        }

        double bareSeconds() {
            return drawn.entrySet().stream()
                    .mapToDouble(e -> e.getValue() * bare.get(e.getKey()) / 1e3)
                    .sum();
        }

        long documents() {
            return drawn.values().stream().mapToLong(Long::longValue).sum();
        }

        double millisEach() {
            return full.seconds() * 1e3 / full.made();
        }
    }

    void print(List<Measured> all) {
        say(
                "%nNights of the jobs %s on %d threads, heap limit %d MB. Documents: reports and bound"
                        + " files of applicants.%n%n",
                String.join(", ", jobs), workers, Runtime.getRuntime().maxMemory() >> 20);
        say(
                "%4s %8s %11s %7s %8s | %9s %7s %7s %7s %5s | %9s %7s | %8s %7s | %7s %5s%n",
                "", "learners", "evaluations", "letters", "programs", "documents", "seconds", "a s",
                "bare", "ratio", "unchanged", "1% new", "ms each", "of 1x", "heap MB", "load");
        Measured one = all.get(0);
        for (Measured m : all) {
            say(
                    "%3.0fx %8d %11d %7d %8d | %9d %7.1f %7.1f %7.1f %5.2f | %8.1f%% %6.1f%% | %8.2f %7.2f |"
                            + " %7.0f %5.1f%n",
                    (double) m.size().learners() / one.size().learners(),
                    m.size().learners(),
                    m.size().evaluations(),
                    m.size().letters(),
                    m.size().programs(),
                    m.documents(),
                    m.full().seconds(),
                    m.documents() / m.full().seconds(),
                    m.documents() / m.bareSeconds(),
                    m.bareSeconds() / m.full().seconds(),
                    100 * m.same().seconds() / m.full().seconds(),
                    100 * m.little().seconds() / m.full().seconds(),
                    m.millisEach(),
                    m.millisEach() / one.millisEach(),
                    m.megabytes(),
                    m.load());
        }
        Measured last = all.get(all.size() - 1);
        say(
                "%4s %8s %11s %7s %8s | %9s %7s %7s %7s %5s | %9s %7s | %8s %7s | %7s%n",
                "", "", "", "", "wanted:", "", "", "", "", "0.80", "2.0%", "4.0%", "", "1.15",
                "%.2fx".formatted(last.megabytes() / one.megabytes()));
        for (Measured m : all) {
            say(
                    "%n%d learners: %.0f MB lived in %s",
                    m.size().learners(), m.megabytes(), m.full().stepAt(m.heap().at()));
        }
        say("%n%nThe largest, step by step (seconds: full, unchanged, 1%% new):%n");
        for (int i = 0; i < last.full().steps().size(); i++) {
            StepView step = last.full().steps().get(i);
            say(
                    "  %-24s read %7d made %7d %8.1f %7.2f %7.2f%n",
                    step.step(),
                    step.read(),
                    step.made(),
                    Night.seconds(step),
                    Night.seconds(last.same().steps().get(i)),
                    Night.seconds(last.little().steps().get(i)));
        }
        say("The bare loop, on %d threads:%n", workers);
        last.drawn()
                .forEach(
                        (kind, number) ->
                                say(
                                        "  %-24s %12d of %8.2f ms = %8.1f s%n",
                                        kind.name().toLowerCase(Locale.ROOT),
                                        number,
                                        last.bare().get(kind),
                                        number * last.bare().get(kind) / 1e3));
    }

    private void say(String text, Object... values) {
        out.printf(Locale.ROOT, text, values);
    }
}
