package org.preceptorportal.manifest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How two nights differ, by their signed manifests alone.
 *
 * @param versions those that differ
 * @param steps all steps of both
 * @param leftOut what was left out by either, with what became of it
 */
public record ManifestDiff(
        Night first,
        Night second,
        List<Version> versions,
        List<Step> steps,
        List<LeftOut> leftOut,
        ArtefactDiff artefacts) {

    /** Which of the two nights. */
    public record Night(long id, LocalDate date, String status, boolean dryRun) {}

    /** A version that differs; null where a night did not know it. */
    public record Version(String name, String first, String second) {}

    /** What one night counted in a step. */
    public record Counts(long read, long made, long unchanged, long skipped) {
        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** A step of both; zeros where a night did not have it. */
    public record Step(String job, String step, Counts first, Counts second) {
        public boolean differs() {
            return !first.equals(second);
        }
    }

    /**
     * An item that was left out.
     *
     * @param first why by the first night, or null when it was not left out then
     * @param second the same of the second night
     */
    public record LeftOut(String job, String step, String item, String first, String second) {}

    /** True when both nights made and left out the same, whatever else they counted. */
    public boolean same() {
        return artefacts.same()
                && versions.isEmpty()
                && leftOut.stream().allMatch(l -> Objects.equals(l.first(), l.second()));
    }

    static ManifestDiff of(NightStatement first, NightStatement second, ArtefactDiff artefacts) {
        return new ManifestDiff(
                night(first),
                night(second),
                versions(first.versions(), second.versions()),
                steps(first, second),
                leftOut(first, second),
                artefacts);
    }

    private static Night night(NightStatement s) {
        return new Night(s.id(), s.date(), s.status(), s.dryRun());
    }

    private static List<Version> versions(Map<String, String> first, Map<String, String> second) {
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(first.get(name), second.get(name)))
                .map(name -> new Version(name, first.get(name), second.get(name)))
                .toList();
    }

    private static List<Step> steps(NightStatement first, NightStatement second) {
        Map<List<String>, Counts[]> counts = new LinkedHashMap<>();
        count(first, counts, 0);
        count(second, counts, 1);
        List<Step> steps = new ArrayList<>();
        counts.forEach((key, c) -> steps.add(new Step(key.get(0), key.get(1), c[0], c[1])));
        return steps;
    }

    private static void count(NightStatement of, Map<List<String>, Counts[]> counts, int place) {
        for (NightStatement.Job job : of.jobs()) {
            for (NightStatement.Step s : job.steps()) {
                counts.computeIfAbsent(
                                        List.of(job.name(), s.name()),
                                        key -> new Counts[] {Counts.NONE, Counts.NONE})[place] =
                        new Counts(s.read(), s.made(), s.unchanged(), s.skipped());
            }
        }
    }

    private static List<LeftOut> leftOut(NightStatement first, NightStatement second) {
        Map<String, LeftOut> all = new TreeMap<>();
        for (NightStatement.Skip s : first.skipped()) {
            all.put(key(s), new LeftOut(s.job(), s.step(), s.item(), s.reason(), null));
        }
        for (NightStatement.Skip s : second.skipped()) {
            all.merge(
                    key(s),
                    new LeftOut(s.job(), s.step(), s.item(), null, s.reason()),
                    (a, b) -> new LeftOut(a.job(), a.step(), a.item(), a.first(), b.second()));
        }
        return List.copyOf(all.values());
    }

    private static String key(NightStatement.Skip skip) {
        return String.join("\t", skip.job(), skip.step(), skip.item());
    }
}
