package org.preceptorportal.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preceptorportal.night.RunState.COMPLETED;
import static org.preceptorportal.night.RunState.FAILED;
import static org.preceptorportal.night.RunState.STARTED;
import static org.preceptorportal.night.RunState.STOPPED;
import static org.preceptorportal.night.RunState.WAITING;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** NI-7. */
class NightProgramTest {
    private final NightProgram program =
            new NightProgram(
                    List.of(
                            job("figures", List.of(), List.of()),
                            job("anchors", List.of(), List.of()),
                            job("packets", List.of(), List.of("figures")),
                            job("archive", List.of("packets"), List.of())));

    @Test
    void jobsThatWaitForNobodyBeginTogether() {
        assertThat(ready(WAITING, WAITING, WAITING, WAITING)).containsExactly("figures", "anchors");
    }

    @Test
    void aJobWaitsForTheEndOfWhatItNeeds() {
        assertThat(ready(STARTED, COMPLETED, WAITING, WAITING)).isEmpty();
        assertThat(ready(COMPLETED, STARTED, WAITING, WAITING)).containsExactly("packets");
    }

    @Test
    void aFailureStopsWhatNeedsItAndNothingElse() {
        assertThat(ready(FAILED, STARTED, WAITING, WAITING)).containsExactly("archive");
        assertThat(ready(STOPPED, STARTED, WAITING, STARTED)).isEmpty();
    }

    @Test
    void aJobAloneWaitsForNobody() {
        assertThat(program.ready(Map.of("archive", WAITING))).containsExactly("archive");
    }

    @Test
    void refusesAJobThatWaitsForALaterOne() {
        assertThatThrownBy(() -> new NightProgram(List.of(job("a", List.of("b"), List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> ready(
            RunState figures, RunState anchors, RunState packets, RunState archive) {
        return program.ready(
                Map.of(
                        "figures", figures, "anchors", anchors, "packets", packets, "archive",
                        archive));
    }

    private static ProgramJob job(String name, List<String> after, List<String> needs) {
        return new ProgramJob(name, after, needs, false, List.of("step"));
    }
}
