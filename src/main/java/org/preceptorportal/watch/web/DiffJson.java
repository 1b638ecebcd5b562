package org.preceptorportal.watch.web;

import java.util.List;
import org.preceptorportal.manifest.ArtefactDiff;
import org.preceptorportal.manifest.ArtefactDiff.Verdict;
import org.preceptorportal.manifest.ManifestDiff;

/**
 * How two nights differ.
 *
 * @param same true when both made and left out the same
 * @param steps those whose counts differ
 */
public record DiffJson(
        ManifestDiff.Night first,
        ManifestDiff.Night second,
        boolean same,
        Artefacts artefacts,
        List<ManifestDiff.Step> steps,
        List<ManifestDiff.LeftOut> leftOut,
        List<ManifestDiff.Version> versions) {

    /** How many of each, the first of those that differ, and how many more there are. */
    public record Artefacts(
            int same,
            int changed,
            int otherBytes,
            int onlyFirst,
            int onlySecond,
            List<ArtefactDiff.Line> listed,
            int more) {}

    static DiffJson of(ManifestDiff diff) {
        ArtefactDiff a = diff.artefacts();
        return new DiffJson(
                diff.first(),
                diff.second(),
                diff.same(),
                new Artefacts(
                        a.count(Verdict.SAME),
                        a.count(Verdict.CHANGED),
                        a.count(Verdict.OTHER_BYTES),
                        a.count(Verdict.ONLY_FIRST),
                        a.count(Verdict.ONLY_SECOND),
                        a.listed(),
                        a.more()),
                diff.steps().stream().filter(ManifestDiff.Step::differs).toList(),
                diff.leftOut(),
                diff.versions());
    }
}
