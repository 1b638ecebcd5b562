package org.preceptorportal.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.runtime.BatchStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.RunLost;

class NightJobTest {
    private static final NightRun FIRST = run(1);
    private static final NightRun SECOND = run(2);

    private final NightJob job = new NightJob();
    private final OfSecond log = new OfSecond();

    /** The database's side of it: epoch 2 owns the run. */
    private static final class OfSecond extends RunLog {
        private final List<Fault> faults = new ArrayList<>();
        private boolean gone;

        @Override
        public void ended(NightRun run, BatchStatus status, Fault fault) {
            if (gone) {
                throw new IllegalStateException("no connection");
            }
            own(run);
            faults.add(fault);
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
        job.log = log;
        job.launching = new Launching();
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

    @Test
    void ni11_theFirstFaultIsTheOneThatCounts() {
        Fault store = Fault.of("letters", new IOException("refused"));
        job.hold(SECOND);
        job.failed(FIRST, Fault.of("letters", new IllegalStateException()));
        job.failed(SECOND, store);
        job.failed(SECOND, Fault.of("letters", new IllegalStateException()));
        job.over(SECOND, BatchStatus.FAILED);
        assertThat(log.faults).containsExactly(store);
    }

    @Test
    void ni11_anEndThatTheDatabaseCouldNotTakeIsSaidAgain() {
        job.hold(SECOND);
        log.gone = true;
        job.over(SECOND, BatchStatus.FAILED);
        assertThat(job.holds(SECOND)).isTrue();
        job.beat();
        assertThat(job.holds(SECOND)).isTrue();
        log.gone = false;
        job.beat();
        assertThat(job.held()).isEmpty();
        assertThat(log.faults).as("told by nobody").containsExactly(Fault.unheard(SECOND.job()));
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
