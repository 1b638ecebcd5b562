package org.preceptorportal.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the artefacts of two nights differ. Counts are of all; of each kind of difference only the
 * first are listed.
 *
 * @param counts how many of each verdict
 * @param listed the first of each verdict but {@link Verdict#SAME}, what matters most first, then
 *     in the artefacts' order
 */
public record ArtefactDiff(Map<Verdict, Integer> counts, List<Line> listed) {
    /** How one artefact of the second night stands to that of the first. */
    public enum Verdict {
        /** Made by both from the same inputs, with the same bytes. */
        SAME,
        /**
         * Made by both from the same inputs, with other bytes: right for files that carry a
         * time-stamp, a fault for all others.
         */
        OTHER_BYTES,
        /** Made by both, from other inputs. */
        CHANGED,
        /** Made by the second night only. */
        ONLY_SECOND,
        /** Made by the first night only. */
        ONLY_FIRST
    }

    /** One difference. */
    public record Line(Verdict verdict, String kind, String item) {}

    /** How many lines of each verdict are listed. */
    static final int MOST = 50;

    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** How many differences there are beyond those listed. */
    public int more() {
        return counts.entrySet().stream()
                        .filter(each -> each.getKey() != Verdict.SAME)
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                - listed.size();
    }

    /** True when same inputs gave other bytes somewhere. */
    public boolean otherBytes() {
        return count(Verdict.OTHER_BYTES) > 0;
    }

    /** True when both nights made the same. */
    public boolean same() {
        return counts.keySet().stream().allMatch(verdict -> verdict == Verdict.SAME);
    }

    /** Walks both lists once, side by side; each is in its order. */
    static ArtefactDiff of(Iterator<Artefact> first, Iterator<Artefact> second) {
        Map<Verdict, Integer> counts = new TreeMap<>();
        List<Line> listed = new ArrayList<>();
        Artefact a = next(first);
        Artefact b = next(second);
        while (a != null || b != null) {
            int order = a == null ? 1 : b == null ? -1 : a.compareTo(b);
            Verdict verdict =
                    order < 0 ? Verdict.ONLY_FIRST : order > 0 ? Verdict.ONLY_SECOND : judge(a, b);
            Artefact of = order > 0 ? b : a;
            int count = counts.merge(verdict, 1, Integer::sum);
            if (verdict != Verdict.SAME && count <= MOST) {
                listed.add(new Line(verdict, of.kind(), of.item()));
            }
            a = order <= 0 ? next(first) : a;
            b = order >= 0 ? next(second) : b;
        }
        listed.sort(Comparator.comparing(Line::verdict));
        return new ArtefactDiff(counts, List.copyOf(listed));
    }

    private static Verdict judge(Artefact a, Artefact b) {
        if (!a.inputs().equals(b.inputs())) {
            return Verdict.CHANGED;
        }
        return a.outputs().equals(b.outputs()) ? Verdict.SAME : Verdict.OTHER_BYTES;
    }

    private static Artefact next(Iterator<Artefact> artefacts) {
        return artefacts.hasNext() ? artefacts.next() : null;
    }
}
