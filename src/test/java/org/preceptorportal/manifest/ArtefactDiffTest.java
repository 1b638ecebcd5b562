package org.preceptorportal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.manifest.ArtefactDiff.Line;
import org.preceptorportal.manifest.ArtefactDiff.Verdict;

/** What two nights made is told apart by hashes alone. */
class ArtefactDiffTest {
    @Test
    void tellsWhatEachNightMadeAlone() {
        ArtefactDiff diff =
                diff(
                        List.of(report(1, "in", "out"), report(2, "in", "out")),
                        List.of(report(2, "in", "out"), report(3, "in", "out")));

        assertThat(diff.counts())
                .isEqualTo(Map.of(Verdict.SAME, 1, Verdict.ONLY_FIRST, 1, Verdict.ONLY_SECOND, 1));
        assertThat(diff.listed())
                .containsExactly(
                        new Line(Verdict.ONLY_SECOND, "skill_report", "learner=3"),
                        new Line(Verdict.ONLY_FIRST, "skill_report", "learner=1"));
        assertThat(diff.same()).isFalse();
    }

    @Test
    void tellsOtherInputsFromOtherBytes() {
        ArtefactDiff diff =
                diff(
                        List.of(report(1, "in", "out"), report(2, "in", "out")),
                        List.of(report(1, "new", "new"), report(2, "in", "new")));

        assertThat(diff.listed())
                .extracting(Line::verdict)
                .containsExactly(Verdict.OTHER_BYTES, Verdict.CHANGED);
    }

    @Test
    void aNightIsTheSameAsItself() {
        List<Artefact> night = List.of(report(1, "in", "out"));

        assertThat(diff(night, night).same()).isTrue();
        assertThat(diff(List.of(), List.of()).same()).isTrue();
    }

    @Test
    void countsAllButListsTheFirstOnly() {
        List<Artefact> many = new ArrayList<>();
        for (int i = 1000; i < 1000 + 3 * ArtefactDiff.MOST; i++) {
            many.add(report(i, "in", "out"));
        }

        ArtefactDiff diff = diff(List.of(), many);

        assertThat(diff.count(Verdict.ONLY_SECOND)).isEqualTo(3 * ArtefactDiff.MOST);
        assertThat(diff.listed()).hasSize(ArtefactDiff.MOST);
        assertThat(diff.more()).isEqualTo(2 * ArtefactDiff.MOST);
    }

    @Test
    void listsAreCutIntoPartsAndReadAsOne() {
        Map<String, byte[]> store = new LinkedHashMap<>();
        ArtefactLines.Writer writer =
                new ArtefactLines.Writer(p -> store.put("part" + store.size(), p.bytes()));
        List<Artefact> many = new ArrayList<>();
        for (int i = 0; i < ArtefactLines.PART + 1; i++) {
            many.add(report(10_000 + i, "in" + i, "out" + i));
        }
        many.forEach(writer);
        writer.flush();
        writer.flush();

        assertThat(store).hasSize(2);
        Iterator<Artefact> read = ArtefactLines.read(List.copyOf(store.keySet()), store::get);
        assertThat(read).toIterable().isEqualTo(many);
    }

    @Test
    void refusesAListOutOfOrder() {
        ArtefactLines.Writer writer = new ArtefactLines.Writer(part -> {});
        writer.accept(report(2, "in", "out"));

        assertThatThrownBy(() -> writer.accept(report(1, "in", "out")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ArtefactDiff diff(List<Artefact> first, List<Artefact> second) {
        return ArtefactDiff.of(first.iterator(), second.iterator());
    }

    private static Artefact report(int learner, String inputs, String output) {
        return new Artefact("skill_report", "learner=" + learner, inputs, List.of(output, "csv"));
    }
}
