package org.preceptorportal.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FigureRulesTest {
    private final FigureRules rules = new FigureRules("2026", 3, 10, 20, 100, 1);

    @Test
    void theFirstCalibrationsComeWithGrowth() {
        assertThat(rules.calibrated(19, 0)).isZero();
        assertThat(rules.calibrated(20, 0)).isEqualTo(20);
        assertThat(rules.calibrated(79, 19)).isEqualTo(40);
        assertThat(rules.calibrated(80, 19)).isEqualTo(80);
    }

    @Test
    void thenASetDayBringsTheNextAndNoSingleEvaluation() {
        assertThat(rules.calibrated(60_000, 58_000)).isEqualTo(58_000);
        for (int more = 1; more <= 600; more++) {
            assertThat(rules.calibrated(60_000 + more, 58_000)).isEqualTo(58_000);
        }
        assertThat(rules.calibrated(60_600, 60_600)).isEqualTo(60_600);
    }

    @Test
    void theSetDayIsTheLastOneUpToTheNight() {
        assertThat(rules.setDay(LocalDate.of(2026, 11, 1))).isEqualTo("2026-11-01");
        assertThat(rules.setDay(LocalDate.of(2026, 11, 30))).isEqualTo("2026-11-01");
        FigureRules late = new FigureRules("2026", 3, 10, 20, 100, 15);
        assertThat(late.setDay(LocalDate.of(2027, 1, 14))).isEqualTo("2026-12-15");
    }
}
