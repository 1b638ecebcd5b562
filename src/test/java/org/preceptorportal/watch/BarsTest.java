package org.preceptorportal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.RunState;
import org.preceptorportal.night.RunTrigger;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.StepView;

/** Where a night's steps stand in its time, and how far it has come. */
class BarsTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T07:00:00Z");

    @Test
    void stepsStandWhereTheyWere() {
        List<Bars.Line> lines =
                Bars.of(
                        night(1, "COMPLETED", 100, step("a", 0, 25), step("b", 25, 100)),
                        BEGAN.plusSeconds(999));

        assertThat(lines)
                .extracting(Bars.Line::bar)
                .containsExactly(new Bars.Bar(0, 25), new Bars.Bar(25, 75));
    }

    @Test
    void aRunningStepReachesUntilNow() {
        Bars.Line line =
                Bars.of(night(1, "RUNNING", null, step("a", 0, null)), BEGAN.plusSeconds(40))
                        .get(0);

        assertThat(line.bar()).isEqualTo(new Bars.Bar(0, 100));
        assertThat(line.took()).hasSeconds(40);
    }

    @Test
    void noBarLeavesThePicture() {
        for (Bars.Line line :
                Bars.of(
                        night(1, "COMPLETED", 100, step("a", 0, 100), step("b", 100, 100)),
                        BEGAN.plusSeconds(100))) {
            assertThat(line.bar().width()).isPositive();
            assertThat(line.bar().from() + line.bar().width()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void nightsAreMeasuredByTheLongest() {
        NightView brief = night(1, "COMPLETED", 50, step("a", 0, 50));
        NightView lengthy = night(2, "COMPLETED", 200, step("a", 0, 200));
        NightView going = night(3, "RUNNING", null, step("a", 0, null));
        List<NightView> all = List.of(brief, lengthy, going);

        assertThat(Bars.of(brief, all)).isEqualTo(new Bars.Bar(0, 25));
        assertThat(Bars.of(lengthy, all)).isEqualTo(new Bars.Bar(0, 100));
        assertThat(Bars.of(going, all)).isNull();
    }

    @Test
    void progressIsOfTheNightsTime() {
        NightView before = night(1, "COMPLETED", 100, step("a", 0, 100));
        NightView now = night(2, "RUNNING", null, new StepView("a", 0, 0, 0, 0, 0, BEGAN, null));

        Progress progress = Progress.of(now, List.of(now, before), BEGAN.plusSeconds(25));

        assertThat(progress.percent()).contains(25);
        assertThat(progress.estimate().orElseThrow().high()).hasSeconds(75);
    }

    @Test
    void aFirstNightHasNoProgressToTell() {
        NightView now = night(2, "RUNNING", null, new StepView("a", 0, 0, 0, 0, 0, BEGAN, null));

        assertThat(Progress.of(now, List.of(now), BEGAN.plusSeconds(25)).percent()).isEmpty();
    }

    private static StepView step(String name, int from, Integer until) {
        return new StepView(
                name,
                5,
                5,
                5,
                0,
                0,
                BEGAN.plusSeconds(from),
                until == null ? null : BEGAN.plusSeconds(until));
    }

    private static NightView night(long id, String status, Integer seconds, StepView... steps) {
        Instant ended = seconds == null ? null : BEGAN.plusSeconds(seconds);
        return new NightView(
                id,
                LocalDate.of(2026, 11, 22),
                "2027",
                RunTrigger.SCHEDULED,
                "Preceptor Portal",
                BEGAN,
                BEGAN,
                null,
                null,
                null,
                false,
                status,
                false,
                ended,
                List.of(
                        new RunView(
                                id + 100,
                                id,
                                "skill-reports",
                                ended == null ? RunState.STARTED : RunState.COMPLETED,
                                BEGAN,
                                ended,
                                null,
                                "node",
                                1,
                                List.of(),
                                List.of(steps),
                                List.of())));
    }
}
