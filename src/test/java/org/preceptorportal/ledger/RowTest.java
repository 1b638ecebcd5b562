package org.preceptorportal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final List<Integer> LIST = List.of(-2, -3, 5, -7, 8, 9, -12, -13);

    @Test
    void neighborsOfWhichNothingIsToBeDoneAreOneRowWithTheLastOnesPlace() {
        assertThat(rows(Spot.START, Spot.END))
                .containsExactly(
                        new Row<>(Spot.of(3), 2, null),
                        new Row<>(Spot.of(5), 1, 5),
                        new Row<>(Spot.of(7), 1, null),
                        new Row<>(Spot.of(8), 1, 8),
                        new Row<>(Spot.of(9), 1, 9),
                        new Row<>(Spot.of(13), 2, null));
        assertThat(rows(Spot.START, Spot.END).stream().mapToInt(Row::items).sum())
                .isEqualTo(LIST.size());
    }

    @Test
    void aPartHasItsOwnAndARestartWhatIsLeft() {
        assertThat(rows(Spot.of(2), Spot.of(7)))
                .containsExactly(
                        new Row<>(Spot.of(3), 1, null),
                        new Row<>(Spot.of(5), 1, 5),
                        new Row<>(Spot.of(7), 1, null));
        assertThat(rows(Spot.of(7), new Spot(8, Long.MAX_VALUE)))
                .containsExactly(new Row<>(Spot.of(8), 1, 8));
        assertThat(rows(Spot.of(13), Spot.END)).isEmpty();
    }

    @Test
    void thereAreNoMorePartsThanThereIsSomethingToDo() {
        assertThat(parts(LIST, 2)).extracting(Range::expected).containsExactly(5, 3);
        assertThat(parts(LIST, 4)).extracting(Range::expected).containsExactly(3, 2, 3);
        assertThat(parts(List.of(-1, -2, 3), 2)).containsExactly(Range.whole(3));
        assertThat(parts(List.of(-1, -2), 2)).containsExactly(Range.whole(2));
        assertThat(parts(List.of(), 2)).containsExactly(Range.whole(0));
    }

    @Test
    void anItemThatStandsForSeveralCountsAsThem() {
        // Each stands for as many as its number says.
        assertThat(
                        Row.of(
                                List.of(-2, -3, 5),
                                each -> new Spot(Math.abs(each), Long.MAX_VALUE),
                                Math::abs,
                                each -> each < 0,
                                Spot.START,
                                Spot.END))
                .containsExactly(
                        new Row<>(new Spot(3, Long.MAX_VALUE), 5, null),
                        new Row<>(new Spot(5, Long.MAX_VALUE), 5, 5));
        assertThat(
                        Row.cut(
                                List.of(2, 3, 5, 6),
                                Integer::longValue,
                                Integer::intValue,
                                each -> false,
                                2,
                                4))
                .extracting(Range::expected)
                .containsExactly(5, 5, 6);
    }

    private static List<Range> parts(List<Integer> list, int threads) {
        return Row.cut(list, Math::abs, each -> each < 0, threads, 50);
    }

    /** Those below zero are idle. */
    private static List<Row<Integer>> rows(Spot after, Spot upTo) {
        return Row.of(LIST, Math::abs, each -> each < 0, after, upTo);
    }
}
