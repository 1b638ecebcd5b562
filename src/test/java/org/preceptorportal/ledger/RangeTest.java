package org.preceptorportal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void piecesHaveNoGapAndEqualNumbers() {
        for (int pieces = 1; pieces <= 9; pieces++) {
            List<Range> ranges = Range.split(LongStream.range(100, 172).boxed().toList(), pieces);
            assertThat(ranges).hasSize(pieces);
            whole(ranges, 72);
            int most = (72 + pieces - 1) / pieces;
            assertThat(ranges).allMatch(r -> r.expected() <= most && r.expected() > 0);
        }
    }

    @Test
    void nothingToDoIsOnePiece() {
        assertThat(Range.split(List.of(), 4)).containsExactly(Range.whole(0));
    }

    @Test
    void fewItemsAreFewPieces() {
        List<Range> ranges = Range.split(List.of(7L, 9L), 4);
        assertThat(ranges).hasSize(2);
        whole(ranges, 2);
    }

    @Test
    void oneProgramStaysTogetherHoweverLarge() {
        Map<Long, Integer> items = new LinkedHashMap<>();
        items.put(3L, 100);
        items.put(4L, 1);
        items.put(9L, 1);
        List<Range> ranges = Range.split(items, 3);
        whole(ranges, 102);
        assertThat(ranges.get(0).expected()).isEqualTo(100);
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
