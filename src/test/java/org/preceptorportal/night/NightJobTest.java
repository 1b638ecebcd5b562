package org.preceptorportal.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.runtime.BatchStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.RunLost;

class NightJobTest {
    private static final NightRun FIRST = run(1);
    private static final NightRun SECOND = run(2);

    private final NightJob job =
            new NightJob() {
                @Override
                void later(Runnable task) {
                    // The other jobs of the night are another test's.
                }
            };

    /** The database's side of it: epoch 2 owns the run. */
    private static final class OfSecond extends RunLog {
        @Override
        public void ended(NightRun run, String status) {
            own(run);
        }

        @Override
        public void started(NightRun run, long executionId) {
            own(run);
        }

        private static void own(NightRun run) {
            if (run.epoch() != SECOND.epoch()) {
                throw new RunLost(run.run());
            }
        }
    }

    NightJobTest() {
        job.log = new OfSecond();
    }

    @Test
    void ni2_aJobThatEndsLateDoesNotLetGoOfItsSuccessor() {
        job.hold(FIRST);
        job.hold(SECOND);
        assertThatThrownBy(() -> job.over(FIRST, BatchStatus.FAILED)).isInstanceOf(RunLost.class);
        assertThat(job.holds(SECOND)).isTrue();
        job.over(SECOND, BatchStatus.COMPLETED);
        assertThat(job.held()).isEmpty();
    }

    @Test
    void ni2_aJobThatBeginsLateDoesNotTakeItsSuccessorsPlace() {
        job.hold(SECOND);
        job.hold(FIRST);
        assertThatThrownBy(() -> job.begun(FIRST, 77)).isInstanceOf(RunLost.class);
        assertThat(job.holds(FIRST)).isFalse();
        assertThat(job.holds(SECOND)).isTrue();
    }

    private static NightRun run(long epoch) {
        return new NightRun(
                5,
                4,
                "skill-reports",
                1,
                "2027",
                LocalDate.parse("2026-11-24"),
                Instant.parse("2026-11-25T03:00:00Z"),
                epoch,
                0,
                false);
    }
}
