package org.preceptorportal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preceptorportal.watch.Estimate.Before;
import org.preceptorportal.watch.Estimate.Stretch;

/** What is left is told from what was, or not at all. */
class EstimateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");
    private static final Map<String, List<String>> CHAIN =
            Map.of("reports", List.of("figures"), "packets", List.of("reports"));

    @Test
    void aNightNeverSeenHasNone() {
        assertThat(of(List.of(waiting("figures", 0)), List.of())).isEmpty();
    }

    @Test
    void oneUnknownStepMakesTheWholeUnknown() {
        assertThat(
                        of(
                                List.of(waiting("figures", 0), waiting("reports", 0)),
                                List.of(new Before("figures", "step", 100, minutes(10)))))
                .isEmpty();
    }

    @Test
    void aStepThatHasNotBegunTakesAsLongAsBefore() {
        assertThat(
                        of(
                                List.of(waiting("figures", 0)),
                                List.of(
                                        new Before("figures", "step", 100, minutes(10)),
                                        new Before("figures", "step", 50, minutes(4)))))
                .contains(new Estimate(minutes(4), minutes(10)));
    }

    @Test
    void itsPaceCountsWhereItsItemsAreKnown() {
        assertThat(
                        of(
                                List.of(waiting("figures", 200)),
                                List.of(new Before("figures", "step", 100, minutes(10)))))
                .contains(new Estimate(minutes(20), minutes(20)));
    }

    @Test
    void aRunningStepGoesOnAsItHas() {
        // 50 of 100 in ten minutes: ten more, give or take one.
        assertThat(of(List.of(running("figures", 100, 50, minutes(10))), List.of()))
                .contains(new Estimate(minutes(9), minutes(11)));
    }

    @Test
    void theFirstItemsSayNothing() {
        assertThat(of(List.of(running("figures", 100, Estimate.ITEMS - 1, minutes(1))), List.of()))
                .isEmpty();
    }

    @Test
    void earlierNightsWidenTheSpanUntilAQuarterIsDone() {
        List<Before> slower = List.of(new Before("figures", "step", 100, minutes(100)));

        assertThat(
                        of(List.of(running("figures", 100, 20, minutes(4))), slower)
                                .orElseThrow()
                                .high())
                .isEqualTo(minutes(80));
        assertThat(
                        of(List.of(running("figures", 100, 50, minutes(10))), slower)
                                .orElseThrow()
                                .high())
                .isEqualTo(minutes(11));
    }

    @Test
    void jobsThatWaitForEachOtherAddUpAndOthersDoNot() {
        List<Before> before =
                List.of(
                        new Before("figures", "step", 1, minutes(1)),
                        new Before("reports", "step", 1, minutes(2)),
                        new Before("packets", "step", 1, minutes(3)),
                        new Before("archive", "step", 1, minutes(5)));

        assertThat(
                        of(
                                List.of(
                                        waiting("figures", 0),
                                        waiting("reports", 0),
                                        waiting("packets", 0),
                                        waiting("archive", 0)),
                                before))
                .contains(new Estimate(minutes(6), minutes(6)));
    }

    @Test
    void whatIsDoneTakesNoTime() {
        Stretch done = new Stretch("figures", "step", 5, 5, NOW, NOW);

        assertThat(of(List.of(done), List.of()))
                .contains(new Estimate(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void onlyTheNewestRunsCount() {
        List<Before> before =
                java.util.stream.IntStream.range(0, 9)
                        .mapToObj(i -> new Before("figures", "step", 1, minutes(i)))
                        .toList();

        assertThat(of(List.of(waiting("figures", 0)), before))
                .contains(new Estimate(minutes(0), minutes(Estimate.RUNS - 1)));
    }

    private static Optional<Estimate> of(List<Stretch> stretches, List<Before> before) {
        return Estimate.of(stretches, CHAIN, before, NOW);
    }

    private static Stretch waiting(String job, long expected) {
        return new Stretch(job, "step", expected, 0, null, null);
    }

    private static Stretch running(String job, long expected, long read, Duration spent) {
        return new Stretch(job, "step", expected, read, NOW.minus(spent), null);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
