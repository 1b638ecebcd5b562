package org.preceptorportal.overview.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.preceptorportal.comparison.Comparison.Kind;
import org.preceptorportal.comparison.Comparison.Subject;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.overview.GroupItem;
import org.preceptorportal.store.Sha256;

class GroupPartsTest {
    private static final Spot COHORT = new Spot(1, Long.MAX_VALUE);

    @Test
    void theCohortIsAPartOfItsOwnAndNothingIsLeftOut() {
        List<Range> parts = GroupParts.ranges(items(9, false), 2);
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0)).isEqualTo(new Range(Spot.START, COHORT, 1));
        assertThat(parts).extracting(Range::expected).containsExactly(1, 4, 4);
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).after()).isEqualTo(parts.get(i - 1).upTo());
        }
        assertThat(parts.get(2).upTo()).isEqualTo(Spot.END);
    }

    @Test
    void aCohortThatIsCurrentOrAloneNeedsNoPart() {
        assertThat(GroupParts.ranges(items(9, true), 2)).hasSize(2);
        assertThat(GroupParts.ranges(items(9, false), 1)).containsExactly(Range.whole(9));
        assertThat(GroupParts.ranges(List.of(), 2)).containsExactly(Range.whole(0));
        assertThat(GroupParts.ranges(items(1, false), 2))
                .containsExactly(new Range(Spot.START, COHORT, 1), new Range(COHORT, Spot.END, 0));
    }

    private static List<GroupItem> items(int number, boolean cohortKnown) {
        Sha256 key = Sha256.of(new byte[0]);
        return IntStream.rangeClosed(1, number)
                .mapToObj(
                        i ->
                                new GroupItem(
                                        i,
                                        new Subject(i == 1 ? Kind.COHORT : Kind.SITE, i, key),
                                        "name",
                                        key,
                                        i == 1 && cohortKnown))
                .toList();
    }
}
