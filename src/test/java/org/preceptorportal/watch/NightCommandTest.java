package org.preceptorportal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code ./portal night} asks of the portal. */
class NightCommandTest {
    @Test
    void asksForAllOfTonight() {
        assertThat(NightCommand.order(List.of())).isEqualTo("{}");
    }

    @Test
    void asksForWhatWasWished() {
        assertThat(
                        NightCommand.order(
                                List.of(
                                        "--date",
                                        "2026-11-20",
                                        "--only",
                                        "skill-reports",
                                        "--program",
                                        "NG-IM",
                                        "--asked",
                                        "--dry-run")))
                .isEqualTo(
                        "{\"asked\":true,\"date\":\"2026-11-20\",\"dryRun\":true,\"job\":\"skill-reports\",\"program\":\"NG-IM\"}");
    }

    @Test
    void refusesWhatIsNoDayAndNoName() {
        for (List<String> wrong :
                List.of(
                        List.of("--date", "tomorrow"),
                        List.of("--only", "a\"b"),
                        List.of("--only"),
                        List.of("soon"))) {
            assertThatThrownBy(() -> NightCommand.order(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
