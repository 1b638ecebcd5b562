package org.preceptorportal.skills.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.skills.ReportStamps.Stamped;

class SkillReportReaderTest {
    private static final Stamped A = new Stamped(1, "a", true);
    private static final Stamped B = new Stamped(2, "b", true);
    private static final Stamped C = new Stamped(3, "c", false);
    private static final Stamped D = new Stamped(4, "d", true);
    private static final LearnerItem CHANGED = new LearnerItem(3, 1, null, "c");

    @Test
    void neighborsThatAreCurrentPassAsOne() {
        assertThat(SkillReportReader.items(List.of(A, B, C, D), Map.of(3L, CHANGED)))
                .containsExactly(LearnerItem.current(2, 2), CHANGED, LearnerItem.current(4, 1));
    }

    @Test
    void anIdleNightIsOneItem() {
        assertThat(SkillReportReader.items(List.of(A, B, D), Map.of()))
                .containsExactly(LearnerItem.current(4, 3));
    }

    @Test
    void whoHasNoFinalAnyMoreIsInTheNextNight() {
        assertThat(SkillReportReader.items(List.of(A, C, D), Map.of()))
                .containsExactly(LearnerItem.current(1, 1), LearnerItem.current(4, 1));
    }
}
