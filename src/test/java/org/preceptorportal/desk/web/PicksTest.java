package org.preceptorportal.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.duty.DutyView;

/** DE-3. */
class PicksTest {
    private final Picks picks = new Picks();

    @Test
    void ticksStayWhenThePageIsTurned() {
        picks.shows(rows(1, 2, 3));
        picks.take(List.of("1", "3"));
        picks.shows(rows(4, 5));
        picks.take(List.of("5"));
        assertThat(picks.number(100)).isEqualTo(3);
        assertThat(picks.picked(3)).isTrue();
        assertThat(picks.picked(4)).isFalse();
    }

    @Test
    void aTickIsTakenBack() {
        picks.shows(rows(1, 2));
        picks.take(List.of("1", "2"));
        picks.shows(rows(1, 2));
        picks.take(List.of("2"));
        assertThat(picks.number(2)).isEqualTo(1);
    }

    @Test
    void allIsAllButWhatWasTakenOut() {
        picks.everything(true);
        assertThat(picks.number(4312)).isEqualTo(4312);
        picks.shows(rows(1, 2, 3));
        picks.take(List.of("2"));
        assertThat(picks.number(4312)).isEqualTo(4310);
        assertThat(picks.picked(1)).isFalse();
        assertThat(picks.picked(2)).isTrue();
        assertThat(picks.picked(999)).isTrue();
    }

    @Test
    void whatWasNotShownIsNotTouched() {
        picks.shows(rows(1));
        picks.take(List.of("1", "77"));
        assertThat(picks.number(10)).isEqualTo(1);
        assertThat(picks.picked(77)).isFalse();
    }

    @Test
    void noneForgetsAll() {
        picks.everything(true);
        picks.everything(false);
        assertThat(picks.number(10)).isZero();
    }

    private static List<DutyView> rows(long... ids) {
        return Arrays.stream(ids)
                .mapToObj(
                        id ->
                                new DutyView(
                                        id, null, 0, null, 0, "", null, 0, "", null, "", "", null,
                                        null, null, null, null, null, null, null, null))
                .toList();
    }
}
