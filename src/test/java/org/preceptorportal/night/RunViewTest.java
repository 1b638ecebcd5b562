package org.preceptorportal.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.preceptorportal.ledger.NightRun;

class RunViewTest {
    private static final Instant START = Instant.parse("2026-11-22T07:00:00Z");

    @Test
    void aStepIsAsFarAsItsItems() {
        assertThat(new StepView("applicant-files", 100, 25, 20, 4, 1, START, null).percent())
                .isEqualTo(25);
        assertThat(new StepView("applicant-files", 0, 0, 0, 0, 0, START, null).percent()).isZero();
    }

    @Test
    void anEmptyStepThatEndedIsWhole() {
        StepView step = new StepView("letter-packets", 0, 0, 0, 0, 0, START, START.plusSeconds(1));
        assertThat(step.percent()).isEqualTo(100);
    }

    @Test
    void parametersComeBackAsTheyWere() {
        NightRun run =
                new NightRun(
                        7,
                        6,
                        "letter-packets",
                        1,
                        "2027",
                        LocalDate.of(2026, 11, 22),
                        START.plusNanos(1000),
                        3,
                        12,
                        true);
        assertThat(NightRun.of(run.parameters())).isEqualTo(run);
    }
}
