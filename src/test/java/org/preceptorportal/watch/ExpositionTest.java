package org.preceptorportal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Prometheus is given to read. */
class ExpositionTest {
    @Test
    void figuresOfOneNameStandTogetherUnderOneHead() {
        Exposition figures = new Exposition();
        figures.gauge("night_items", "Items.", Map.of("result", "made", "job", "skills"), 12);
        figures.gauge("night_active", "Runs.", Map.of(), 0);
        figures.gauge("night_items", "Items.", Map.of("result", "skipped", "job", "skills"), 0.5);

        assertThat(figures.text())
                .isEqualTo(
                        """
                        # HELP portal_night_items Items.
                        # TYPE portal_night_items gauge
                        portal_night_items{job="skills",result="made"} 12
                        portal_night_items{job="skills",result="skipped"} 0.5
                        # HELP portal_night_active Runs.
                        # TYPE portal_night_active gauge
                        portal_night_active 0
                        """);
    }

    @Test
    void labelsAreQuotedAndMomentsAreWhole() {
        Exposition figures = new Exposition();
        figures.gauge("x", "X.", Map.of("a", "b\"c\\d\ne"), 1_795_330_000d);

        assertThat(figures.text()).contains("portal_x{a=\"b\\\"c\\\\d\\ne\"} 1795330000\n");
    }
}
