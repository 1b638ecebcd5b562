package org.preceptorportal.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.form.Forms;

/** SK-7: the figures. */
class MirrorTest {
    private final Mirrors mirrors = new Mirrors();

    MirrorTest() {
        mirrors.forms = new Forms();
        mirrors.forms.read();
    }

    @Test
    void countsWhatWasRatedByLevel() {
        List<Mirror.Level> levels =
                mirrors.levels(
                        1,
                        List.of(
                                mark(true, "reasoning", 5, 23),
                                mark(true, "knowledge", 4, 2),
                                mark(false, "reasoning", 5, 41),
                                mark(false, "knowledge", 3, 59)));
        assertThat(levels.get(0)).isEqualTo(new Mirror.Level(5, 23, 25, 41, 100));
        assertThat(levels.get(0).share()).isEqualTo(92);
        assertThat(levels.get(0).peersShare()).isEqualTo(41);
        assertThat(levels.get(2)).isEqualTo(new Mirror.Level(3, 0, 25, 59, 100));
        assertThat(levels).extracting(Mirror.Level::level).containsExactly(5, 4, 3, 2, 1);
    }

    /** Five days observed are no top mark, nor is a ward a low one. */
    @Test
    void countsOnlyRatingsOfTheLearner() {
        List<Mirror.Level> levels =
                mirrors.levels(
                        1,
                        List.of(
                                mark(true, "days", 5, 9),
                                mark(true, "going-well", 5, 9),
                                new Mirrors.Mark(true, "encounter", 1, "setting", 2, 9),
                                new Mirrors.Mark(true, "unknown", 7, "reasoning", 5, 9)));
        assertThat(levels).allSatisfy(l -> assertThat(l.of()).isZero());
    }

    @Test
    void needsFiveOwnEvaluationsAndFivePeers() {
        List<Mirror.Level> levels = mirrors.levels(1, marks());
        assertThat(new Mirror(5, 5, 40, levels).enough()).isTrue();
        assertThat(new Mirror(4, 9, 40, levels).enough()).isFalse();
        assertThat(new Mirror(25, 4, 40, levels).enough()).isFalse();
        assertThat(new Mirror(25, 9, 40, mirrors.levels(1, List.of())).enough()).isFalse();
    }

    private static List<Mirrors.Mark> marks() {
        List<Mirrors.Mark> marks = new ArrayList<>();
        marks.add(mark(true, "reasoning", 5, 3));
        marks.add(mark(false, "reasoning", 5, 3));
        return marks;
    }

    private static Mirrors.Mark mark(boolean own, String question, int level, long n) {
        return new Mirrors.Mark(own, "clerkship-final", 1, question, level, n);
    }
}
