package org.preceptorportal.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureRulesTest {
    @Test
    void aCalibrationStandsUntilTheEvaluationsHaveGrown() {
        FigureRules rules = new FigureRules("2026", 3, 10, 20, 5);
        assertThat(rules.calibrated(19)).isZero();
        assertThat(rules.calibrated(20)).isEqualTo(20);
        assertThat(rules.calibrated(40)).isEqualTo(40);
        assertThat(rules.calibrated(1004)).isBetween(957, 1004);
        assertThat(rules.calibrated(60_000)).isBetween(57_142, 60_000);
        assertThat(rules.calibrated(60_600)).isGreaterThanOrEqualTo(rules.calibrated(60_000));
    }
}
