package org.preceptorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** DE-5. */
class TurnaroundTest {
    private final Turnaround ten = of(-2, 1, 0, 3, 5, 4, 20, 2);

    @Test
    void theMedianAndTheNinetiethAreOfTheNearestRank() {
        assertThat(ten.total()).isEqualTo(10);
        assertThat(ten.median()).isEqualTo(5);
        assertThat(ten.ninetieth()).isEqualTo(20);
        assertThat(of(3, 1).ninetieth()).isEqualTo(3);
        assertThat(of(1, 9, 30, 1).ninetieth()).isEqualTo(1);
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(of().median()).isNull();
        assertThat(of().total()).isZero();
    }

    @Test
    void spansCountBothEnds() {
        assertThat(ten.between(Integer.MIN_VALUE, -1)).isEqualTo(1);
        assertThat(ten.between(0, 5)).isEqualTo(7);
        assertThat(ten.between(6, Integer.MAX_VALUE)).isEqualTo(2);
    }

    private static Turnaround of(int... pairs) {
        TreeMap<Integer, Long> byDays = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            byDays.put(pairs[i], (long) pairs[i + 1]);
        }
        return new Turnaround(byDays);
    }
}
