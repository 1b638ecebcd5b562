package org.preceptorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.preceptorportal.duty.DutyState;
import org.preceptorportal.duty.Phase;

class DeskFilterTest {
    @Test
    void thePlainListHasABareAddress() {
        assertThat(DeskFilter.owed().query()).isEmpty();
    }

    @Test
    void everythingStandsInTheAddress() {
        DeskFilter filter =
                new DeskFilter(
                        Show.ALL, Phase.MID, 3L, 4L, 5L, " Zoë O'Brien ", Order.LEARNER, true);
        assertThat(filter.query())
                .isEqualTo(
                        "show=ALL&phase=MID&site=3&preceptor=4&learner=5&q=Zo%C3%AB+O%27Brien&sort=LEARNER&reversed=true");
    }

    @Test
    void wordsAreBeginningsOfNamesWithoutAccents() {
        assertThat(words("Zoë  o'BRIEN").searched()).isEqualTo("zoe:* & o:* & brien:*");
        assertThat(words("عبد").searched()).isEqualTo("عبد:*");
    }

    /** What somebody types never becomes part of the search's grammar. */
    @Test
    void signsAreNotSearchedFor() {
        assertThat(words("a:* | !b <-> (c)").searched()).isEqualTo("a:* & b:* & c:*");
        assertThat(words("& | !").findsNothing()).isTrue();
        assertThat(words("  ").findsNothing()).isFalse();
    }

    @Test
    void theSameOrderASecondTimeTurnsAround() {
        DeskFilter once = DeskFilter.owed().by(Order.LEARNER);
        assertThat(once.reversed()).isFalse();
        assertThat(once.by(Order.LEARNER).reversed()).isTrue();
        assertThat(once.by(Order.LEARNER).by(Order.DUE).reversed()).isFalse();
    }

    @Test
    void anOverdueOneIsAlsoOwed() {
        assertThat(Show.OVERDUE.holds(DutyState.OPEN, false, false, true)).isTrue();
        assertThat(Show.OWED.holds(DutyState.OPEN, false, false, true)).isTrue();
        assertThat(Show.OVERDUE.holds(DutyState.OPEN, false, false, false)).isFalse();
        assertThat(Show.OVERDUE.holds(DutyState.SUBMITTED, true, false, true)).isFalse();
        assertThat(Show.UPCOMING.holds(DutyState.OPEN, false, true, false)).isTrue();
        assertThat(Show.ALL.holds(DutyState.EXCUSED, false, false, false)).isTrue();
    }

    @Test
    void theTallyKnowsOneSiteOrOnePreceptorButNotBoth() {
        assertThat(DeskFilter.owed().tallied()).isTrue();
        assertThat(DeskFilter.owed().ofPreceptor(4L).tallied()).isTrue();
        assertThat(DeskFilter.owed().ofLearner(4L).tallied()).isFalse();
        assertThat(words("zoe").tallied()).isFalse();
        assertThat(new DeskFilter(null, null, 3L, 4L, null, "", null, false).tallied()).isFalse();
    }

    private static DeskFilter words(String words) {
        return new DeskFilter(null, null, null, null, null, words, null, false);
    }
}
