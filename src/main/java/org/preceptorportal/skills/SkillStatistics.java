package org.preceptorportal.skills;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.skills.DomainFigure.Interval;
import org.preceptorportal.skills.DomainFigure.TrendPoint;

/**
 * Means and intervals per domain. Pure: the same observations in any order give the same figures.
 *
 * <p>The unit is the evaluation, not the rating: items that one preceptor rates on one form are not
 * independent, and counting each would make intervals too narrow. With x<sub>i</sub> the mean of
 * the domain's rated items in evaluation i, i = 1..n:
 *
 * <ul>
 *   <li>mean = &Sigma; x<sub>i</sub> / n
 *   <li>s<sup>2</sup> = &Sigma; (x<sub>i</sub> &minus; mean)<sup>2</sup> / (n &minus; 1)
 *   <li>interval = mean &plusmn; t<sub>0.975, n&minus;1</sub> &middot; s / &radic;n, cut to the
 *       scale 1 to 5
 * </ul>
 *
 * <p>The interval is not estimable for n &lt; 2, and for s = 0: that a few people agree exactly on
 * a five-level scale does not mean that there is no uncertainty. Source: NIST/SEMATECH e-Handbook
 * of Statistical Methods, section 1.3.5.2, "Confidence Limits for the Mean". Preceptors' leniency
 * is not corrected for.
 */
public final class SkillStatistics {
    /** Rises with every change of a figure's meaning; printed on reports and part of their key. */
    public static final String METHOD_VERSION = "clinical-skills-2";

    private static final double LOWEST = 1;
    private static final double HIGHEST = 5;
    private static final double QUANTILE = 0.975;

    private SkillStatistics() {}

    /**
     * @param observations one learner's submitted evaluations, at least one
     * @throws EvaluationNotCountable when an evaluation does not fit its form (SK-5)
     */
    public static SkillFigures of(List<Observation> observations) {
        List<Observation> ordered = new ArrayList<>(observations);
        ordered.sort(
                Comparator.comparing(Observation::rotationEnd)
                        .thenComparing(o -> o.evaluation().submittedAt())
                        .thenComparing(o -> o.evaluation().id()));
        ordered.forEach(SkillStatistics::mustFit);
        List<DomainFigure> figures = new ArrayList<>();
        domains(ordered)
                .forEach(
                        (row, label) -> {
                            DomainFigure figure = figure(row, label, ordered);
                            if (figure.evaluations() + figure.notObserved() > 0) {
                                figures.add(figure);
                            }
                        });
        Instant cutoff =
                ordered.stream()
                        .map(o -> o.evaluation().submittedAt())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        int preceptors =
                (int) ordered.stream().map(o -> o.evaluation().preceptorId()).distinct().count();
        return new SkillFigures(ordered.size(), preceptors, cutoff, figures);
    }

    /** Ratings of one domain on two scales mean different things: each scale has its own row. */
    private record Row(String domain, String scale) {
        boolean has(Domain other) {
            return other.counts() && other.code().equals(domain) && other.scale().equals(scale);
        }
    }

    /**
     * Rows and labels as the newest form has them, then those that only older forms had. Where
     * there are several scales, labels say which but for the first.
     */
    private static Map<Row, String> domains(List<Observation> observations) {
        List<EvaluationForm> forms =
                observations.stream()
                        .map(Observation::form)
                        .distinct()
                        .sorted(
                                Comparator.comparing(EvaluationForm::version)
                                        .reversed()
                                        .thenComparing(EvaluationForm::code))
                        .toList();
        Map<Row, String> labels = new LinkedHashMap<>();
        for (EvaluationForm form : forms) {
            for (Domain domain : form.domains()) {
                if (domain.counts()) {
                    Row row = new Row(domain.code(), domain.scale());
                    boolean first =
                            labels.isEmpty()
                                    || labels.keySet()
                                            .iterator()
                                            .next()
                                            .scale()
                                            .equals(row.scale());
                    labels.putIfAbsent(
                            row,
                            first
                                    ? domain.label()
                                    : domain.label()
                                            + " ("
                                            + form.scale(domain.scale()).title()
                                            + ")");
                }
            }
        }
        return labels;
    }

    private static void mustFit(Observation observation) {
        SubmittedEvaluation evaluation = observation.evaluation();
        String which = "Evaluation " + evaluation.id();
        for (Map.Entry<String, Integer> each : evaluation.ratings().entrySet()) {
            if (!observation.form().knows(each.getKey())) {
                throw new EvaluationNotCountable(
                        "%s rates \"%s\", which form %s-%d does not have."
                                .formatted(
                                        which,
                                        each.getKey(),
                                        evaluation.form(),
                                        evaluation.formVersion()));
            }
            if (each.getValue() != null
                    && (each.getValue() < LOWEST || each.getValue() > HIGHEST)) {
                throw new EvaluationNotCountable(
                        which
                                + " has a rating outside of the scale for \""
                                + each.getKey()
                                + "\".");
            }
        }
        for (Item item : observation.form().required()) {
            if (!evaluation.ratings().containsKey(item.code())) {
                throw new EvaluationNotCountable(
                        which + " has no answer for \"" + item.code() + "\".");
            }
        }
    }

    private static DomainFigure figure(Row row, String label, List<Observation> observations) {
        int ratings = 0;
        int notObserved = 0;
        List<TrendPoint> trend = new ArrayList<>();
        for (Observation o : observations) {
            int rated = 0;
            int sum = 0;
            for (Domain domain : o.form().domains()) {
                if (!row.has(domain)) {
                    continue;
                }
                for (Item item : domain.items()) {
                    Integer rating = o.evaluation().ratings().get(item.code());
                    if (rating != null) {
                        rated++;
                        sum += rating;
                    } else if (o.evaluation().ratings().containsKey(item.code())) {
                        notObserved++;
                    }
                }
            }
            ratings += rated;
            if (rated > 0) {
                trend.add(
                        new TrendPoint(o.rotationEnd(), o.evaluation().id(), (double) sum / rated));
            }
        }
        double[] means = trend.stream().mapToDouble(TrendPoint::mean).toArray();
        Double mean = means.length == 0 ? null : (Double) mean(means);
        return new DomainFigure(
                row.domain(),
                label,
                row.scale(),
                means.length,
                ratings,
                notObserved,
                mean,
                interval(means),
                trend);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static Interval interval(double[] values) {
        int n = values.length;
        if (n < 2) {
            return null;
        }
        double mean = mean(values);
        double squares = 0;
        boolean same = true;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            same &= value == values[0];
        }
        if (same) {
            return null;
        }
        double t = TDistribution.of(n - 1).inverseCumulativeProbability(QUANTILE);
        double half = t * Math.sqrt(squares / (n - 1) / n);
        return new Interval(Math.max(LOWEST, mean - half), Math.min(HIGHEST, mean + half));
    }
}
