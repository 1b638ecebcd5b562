package org.preceptorportal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void showsAllWhereAllAreEnough() {
        assertThat(Suppression.hidden(Map.of(1L, 3, 2L, 8), 3)).isEmpty();
    }

    @Test
    void hidesASecondGroupSoThatTheFirstCannotBeSubtracted() {
        assertThat(Suppression.hidden(Map.of(1L, 2, 2L, 4, 3L, 9), 3)).containsExactly(1L, 2L);
    }

    @Test
    void hidesNoThirdWhereTwoSmallOnesAreTogetherEnough() {
        assertThat(Suppression.hidden(Map.of(1L, 2, 2L, 1, 3L, 9), 3)).containsExactly(1L, 2L);
    }

    @Test
    void goesOnUntilTheHiddenTogetherReachTheMinimum() {
        assertThat(Suppression.hidden(Map.of(1L, 1, 2L, 1, 3L, 5, 4L, 6), 3))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void hidesAllWhereNothingElseHelps() {
        assertThat(Suppression.hidden(Map.of(1L, 2), 3)).containsExactly(1L);
        assertThat(Suppression.hidden(Map.of(), 3)).isEmpty();
    }
}
