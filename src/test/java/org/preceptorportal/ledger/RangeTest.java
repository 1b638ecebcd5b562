package org.preceptorportal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.preceptorportal.ledger.Range.Load;

class RangeTest {
    @Test
    void largePiecesComeFirstAndSmallOnesLast() {
        List<Range> ranges = Range.split(busy(1000), 2, 50);
        whole(ranges, 1000);
        assertThat(ranges)
                .extracting(Range::expected)
                .containsExactly(250, 188, 141, 106, 79, 59, 50, 50, 50, 27);
    }

    @Test
    void noThreadIsLeftWithoutWork() {
        for (int threads = 1; threads <= 9; threads++) {
            List<Range> ranges = Range.split(busy(72), threads, 50);
            whole(ranges, 72);
            assertThat(ranges.size()).isGreaterThanOrEqualTo(threads);
            assertThat(ranges).allMatch(range -> range.expected() > 0);
        }
        assertThat(Range.split(busy(72), 1, 50)).containsExactly(Range.whole(72));
        whole(Range.split(busy(2), 4, 50), 2);
        assertThat(Range.split(busy(2), 4, 50)).hasSize(2);
    }

    @Test
    void nothingToDoIsOnePiece() {
        assertThat(Range.split(List.of(), 4, 50)).containsExactly(Range.whole(0));
        assertThat(Range.split(List.of(new Load(3, 100, 0), new Load(4, 1, 0)), 4, 1))
                .containsExactly(Range.whole(101));
    }

    @Test
    void oneProgramStaysTogetherHoweverLarge() {
        List<Range> ranges =
                Range.split(
                        List.of(new Load(3, 100, 100), new Load(4, 1, 1), new Load(9, 1, 1)), 3, 1);
        whole(ranges, 102);
        assertThat(ranges.get(0).expected()).isEqualTo(100);
    }

    private static List<Load> busy(int items) {
        return LongStream.range(100, 100 + items).mapToObj(id -> new Load(id, 1, 1)).toList();
    }

    @Test
    void spotsComeBackAsTheyWere() {
        for (Spot spot : List.of(Spot.START, Spot.END, Spot.of(12), new Spot(12, 34))) {
            assertThat(Spot.parse(spot.toString())).isEqualTo(spot);
        }
        assertThat(new Spot(12, 34).isAfter(Spot.of(12))).isTrue();
        assertThat(Spot.of(13).isAfter(new Spot(12, 34))).isTrue();
    }

    private static void whole(List<Range> ranges, int items) {
        assertThat(ranges.get(0).after()).isEqualTo(Spot.START);
        assertThat(ranges.get(ranges.size() - 1).upTo()).isEqualTo(Spot.END);
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).after()).isEqualTo(ranges.get(i - 1).upTo());
        }
        assertThat(ranges.stream().mapToInt(Range::expected).sum()).isEqualTo(items);
    }
}
