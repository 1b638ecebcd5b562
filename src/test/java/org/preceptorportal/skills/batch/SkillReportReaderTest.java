package org.preceptorportal.skills.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.skills.ReportStamps.Stamped;

class SkillReportReaderTest {
    private static final Row<Stamped> CURRENT = new Row<>(Spot.of(2), 2, null);
    private static final Row<Stamped> THIRD = new Row<>(Spot.of(3), 1, new Stamped(3, "c", false));
    private static final LearnerItem READ = new LearnerItem(null, "c");

    @Test
    void whatChangedStandsWhereItStood() {
        assertThat(SkillReportReader.items(List.of(CURRENT, THIRD), Map.of(3L, READ)))
                .containsExactly(new Row<>(Spot.of(2), 2, null), new Row<>(Spot.of(3), 1, READ));
    }

    @Test
    void whoHasNoFinalAnyMoreIsInTheNextNight() {
        assertThat(SkillReportReader.items(List.of(CURRENT, THIRD), Map.of()))
                .containsExactly(new Row<>(Spot.of(2), 2, null));
    }
}
