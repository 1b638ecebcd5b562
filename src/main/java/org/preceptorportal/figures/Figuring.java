package org.preceptorportal.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.preceptorportal.calibration.Means;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.figures.SkillLine.Growth;
import org.preceptorportal.figures.SkillLine.Kind;
import org.preceptorportal.figures.SkillLine.Point;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.store.Sha256;

/** From sheets to a learner's figures. Pure: the same sheets in any order give the same figures. */
public final class Figuring {
    /** Rises with every change of a figure's meaning; printed on reports and part of their key. */
    public static final String VERSION = "clinical-skills-3";

    static final Comparator<Sheet> ORDER =
            Comparator.comparing(Sheet::ended)
                    .thenComparing(Sheet::submittedAt)
                    .thenComparing(Sheet::id);

    private Figuring() {}

    /**
     * @param sheets one learner's finals and middles, at least one final
     * @param littleContact rotations whose preceptor saw too little to evaluate
     * @throws UncountableSheet when one does not fit its form
     */
    public static LearnerFigures learner(
            Collection<Sheet> sheets, int littleContact, Standing standing) {
        for (Sheet sheet : sheets) {
            if (sheet.fault() != null) {
                throw new UncountableSheet(sheet.fault());
            }
        }
        List<Sheet> finals = sheets.stream().filter(s -> !s.middle()).sorted(ORDER).toList();
        List<Sheet> middles = sheets.stream().filter(Sheet::middle).sorted(ORDER).toList();
        List<SkillLine> lines = new ArrayList<>();
        Labels.of(finals)
                .forEach(
                        (slice, label) -> {
                            SkillLine line = line(slice, label, finals, middles, standing);
                            if (line.evaluations() + line.notObserved() > 0) {
                                lines.add(line);
                            }
                        });
        return new LearnerFigures(
                finals.size(),
                middles.size(),
                (int) finals.stream().map(Sheet::preceptor).distinct().count(),
                littleContact,
                newest(sheets),
                standing.calibrated(),
                lines);
    }

    /** Hash of everything that {@link #learner} makes its figures of. */
    public static Sha256 inputs(Collection<Sheet> sheets, int littleContact, Standing standing) {
        List<Object> inputs = new ArrayList<>();
        inputs.add(VERSION);
        inputs.add(littleContact);
        sheets.stream().sorted(ORDER).forEach(sheet -> inputs.add(sheet.line()));
        inputs.add(standing.calibrated());
        new TreeMap<>(standing.strata())
                .forEach(
                        (slice, stratum) -> {
                            inputs.add(slice);
                            inputs.add(stratum.band());
                            inputs.add(stratum.scores().get(standing.learner()));
                        });
        return Sha256.ofInputs(inputs.toArray());
    }

    /** The newest submission. */
    public static Instant newest(Collection<Sheet> sheets) {
        return sheets.stream().map(Sheet::submittedAt).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static SkillLine line(
            Slice slice, String label, List<Sheet> finals, List<Sheet> middles, Standing standing) {
        int ratings = 0;
        int notObserved = 0;
        Set<Long> raters = new HashSet<>();
        List<Point> trend = new ArrayList<>();
        for (Sheet sheet : finals) {
            Sheet.Count count = sheet.count(slice);
            ratings += count.rated();
            notObserved += count.notObserved();
            if (count.rated() > 0) {
                trend.add(new Point(sheet.ended(), sheet.id(), count.mean()));
                raters.add(sheet.preceptor());
            }
        }
        Means means = new Means(trend.stream().map(Point::mean).toList());
        Stratum stratum = standing.strata().get(slice);
        return new SkillLine(
                slice.activity() ? Kind.EPA : Kind.DOMAIN,
                slice.code(),
                label,
                slice.scale(),
                trend.size(),
                raters.size(),
                ratings,
                notObserved,
                means.mean(),
                means.low(),
                means.high(),
                stratum == null ? null : stratum.band(),
                growth(slice, finals, middles),
                trend,
                stratum == null ? null : stratum.scores().get(standing.learner()));
    }

    /** Like with like: items that the same preceptor rated at both times, on the same scale. */
    private static Growth growth(Slice slice, List<Sheet> finals, List<Sheet> middles) {
        int rotations = 0;
        double mid = 0;
        double last = 0;
        for (Sheet end : finals) {
            for (Sheet middle : middles) {
                if (middle.rotation() != end.rotation() || middle.preceptor() != end.preceptor()) {
                    continue;
                }
                int items = 0;
                int before = 0;
                int after = 0;
                for (String item : end.items(slice)) {
                    int then = middle.mark(item, slice.scale());
                    int now = end.mark(item, slice.scale());
                    if (then > 0 && now > 0) {
                        items++;
                        before += then;
                        after += now;
                    }
                }
                if (items > 0) {
                    rotations++;
                    mid += (double) before / items;
                    last += (double) after / items;
                }
            }
        }
        return rotations == 0 ? null : new Growth(rotations, mid / rotations, last / rotations);
    }
}
