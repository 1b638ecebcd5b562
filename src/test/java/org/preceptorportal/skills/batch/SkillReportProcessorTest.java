package org.preceptorportal.skills.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.skills.LearnerRecord;
import org.preceptorportal.skills.MadeReport;
import org.preceptorportal.skills.SkillReportMaking;

class SkillReportProcessorTest {
    private static final LearnerRecord LEARNER =
            new LearnerRecord(
                    9,
                    1,
                    "L-9",
                    "Ada Osei",
                    null,
                    "Accra",
                    ZoneOffset.UTC,
                    List.of(),
                    List.of(),
                    Standing.NONE,
                    0,
                    null);

    @Test
    void s6_anUnexpectedErrorSkipsItsLearnerWithoutQuotingIt() {
        Outcome outcome = failingWith(new IllegalStateException("what was said"));
        assertThat(outcome.skipped()).isTrue();
        assertThat(outcome.reason()).contains("IllegalStateException").doesNotContain("said");
    }

    @Test
    void troubleOfTheDatabaseFailsTheChunk() {
        RuntimeException lost = new IllegalStateException(new SQLException("connection lost"));
        assertThatThrownBy(() -> failingWith(lost)).isSameAs(lost);
    }

    private static Outcome failingWith(RuntimeException error) {
        SkillReportProcessor processor = new SkillReportProcessor();
        processor.making =
                new SkillReportMaking() {
                    @Override
                    public Optional<MadeReport<byte[]>> make(LearnerRecord learner) {
                        throw error;
                    }
                };
        return processor.process(new LearnerItem(LEARNER, null), false);
    }
}
