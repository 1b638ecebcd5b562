package org.preceptorportal.skills;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.figures.Figuring;
import org.preceptorportal.figures.LearnerCsv;
import org.preceptorportal.figures.LearnerFigures;
import org.preceptorportal.figures.SkillLine;
import org.preceptorportal.figures.SkillLine.Kind;
import org.preceptorportal.reports.Band;
import org.preceptorportal.reports.Estimate;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.Method;
import org.preceptorportal.reports.SkillReportPage;
import org.preceptorportal.reports.SkillReportPage.Comment;
import org.preceptorportal.reports.SkillReportPage.Fair;
import org.preceptorportal.reports.SkillReportPage.Growth;
import org.preceptorportal.reports.SkillReportPage.Point;
import org.preceptorportal.reports.SkillReportPage.Row;
import org.preceptorportal.reports.SkillReportPrinter;
import org.preceptorportal.store.Sha256;

/** Turns a learner's record into a report. Nothing in it depends on the clock or the run. */
@ApplicationScoped
public class SkillReportMaking {
    /** Rises when this room prints something else of the same rows (ADR 0039). */
    private static final String RECORD = "2";

    private static final List<Fact> FORMULAS =
            List.of(
                    new Fact(
                            "Mean.",
                            "A domain's value in one evaluation is the mean of its rated items;"
                                    + " the domain's mean is the mean of these values over"
                                    + " evaluations. Ratings on different scales are never in one"
                                    + " figure."),
                    new Fact(
                            "95% interval.",
                            "The mean plus or minus t × s / √n, where s is the standard deviation"
                                    + " of the values, n their number and t the 0.975 quantile of"
                                    + " Student's distribution with n − 1 degrees of freedom"
                                    + " (NIST/SEMATECH e-Handbook of Statistical Methods,"
                                    + " 1.3.5.2), cut to the scale. It is not estimable with fewer"
                                    + " than two evaluations or when all agree exactly."),
                    new Fact(
                            "Fair score.",
                            "A rating is taken as mean + learner + preceptor + chance, with random"
                                    + " learners and preceptors (linear mixed model, REML;"
                                    + " Henderson 1975). The fair score is the raw mean less the"
                                    + " estimated leniency of its preceptors, which is drawn"
                                    + " towards none. Only learners and preceptors that a chain of"
                                    + " shared learners links are compared; else the score is not"
                                    + " estimable."),
                    new Fact(
                            "Reliability.",
                            "The squared correlation of the estimate with what it estimates, 0 to"
                                    + " 1. Preceptors needed for 0.70: 0.70 / 0.30 × (chance +"
                                    + " what is not known of a preceptor's leniency) / differences"
                                    + " between learners, as variances (Brennan 2001)."),
                    new Fact(
                            "Cohort.",
                            "The quartiles of the raw means of all learners in the calibration."));

    @Inject SkillReportPrinter printer;

    /** Changes when figures, wording or layout do; part of every report's key and stamp. */
    String version() {
        return Figuring.VERSION + " " + RECORD + " " + printer.designVersion();
    }

    /** Whether {@link #make} would draw a report. */
    public boolean isDue(LearnerRecord learner) {
        return !key(learner, figures(learner)).equals(learner.latestKey());
    }

    /**
     * Draws the report, unless there is one of the same inputs.
     *
     * @return empty when the newest report is still right (SK-4)
     * @throws org.preceptorportal.figures.UncountableSheet when an evaluation does not fit its form
     * @throws org.preceptorportal.reports.UnprintableText when a text has a character without glyph
     */
    public Optional<MadeReport<byte[]>> make(LearnerRecord learner) {
        Sha256 inputs = figures(learner);
        Sha256 key = key(learner, inputs);
        if (key.equals(learner.latestKey())) {
            return Optional.empty();
        }
        LearnerFigures figures =
                Figuring.learner(learner.sheets(), learner.littleContact(), learner.standing());
        return Optional.of(
                new MadeReport<>(
                        learner.learnerId(),
                        key,
                        printer.print(page(learner, figures, inputs)),
                        LearnerCsv.of(learner.code(), learner.name(), figures, inputs),
                        figures.evaluations(),
                        figures.dataCutoff()));
    }

    private static Sha256 figures(LearnerRecord learner) {
        return Figuring.inputs(learner.sheets(), learner.littleContact(), learner.standing());
    }

    private Sha256 key(LearnerRecord learner, Sha256 figures) {
        List<Object> inputs = new ArrayList<>();
        inputs.add(figures);
        inputs.add(version());
        inputs.add(learner.code());
        inputs.add(learner.name());
        inputs.add(learner.latinName());
        inputs.add(learner.school());
        inputs.add(learner.zone());
        for (Narrative e : learner.finals()) {
            inputs.add(e.id());
            inputs.add(e.daysObserved());
            inputs.add(e.strengths());
            inputs.add(e.improvement());
            inputs.add(e.rotation());
        }
        return Sha256.ofInputs(inputs.toArray());
    }

    private static SkillReportPage page(
            LearnerRecord learner, LearnerFigures figures, Sha256 inputs) {
        return new SkillReportPage(
                learner.name(),
                learner.latinName(),
                learner.school(),
                new Method(
                        Figuring.VERSION,
                        inputs.hex(),
                        figures.dataCutoff(),
                        learner.zone(),
                        figures.calibration() == null
                                ? null
                                : new Method.Calibration(
                                        figures.calibration().cutoff(),
                                        figures.calibration().evaluations()),
                        FORMULAS),
                figures.evaluations(),
                figures.preceptors(),
                learner.littleContact(),
                rows(figures, Kind.DOMAIN),
                rows(figures, Kind.EPA),
                comments(learner));
    }

    private static List<Row> rows(LearnerFigures figures, Kind kind) {
        return figures.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(SkillReportMaking::row)
                .toList();
    }

    private static Row row(SkillLine line) {
        return new Row(
                line.label(),
                line.evaluations(),
                line.ratings(),
                line.notObserved(),
                line.mean(),
                line.low(),
                line.high(),
                line.band() == null
                        ? null
                        : new Band(
                                line.band().low(),
                                line.band().middle(),
                                line.band().high(),
                                line.band().learners()),
                line.growth() == null
                        ? null
                        : new Growth(
                                line.growth().rotations(),
                                line.growth().mid(),
                                line.growth().last()),
                line.trend().stream().map(t -> new Point(t.date(), t.mean())).toList(),
                fair(line.fair()));
    }

    private static Fair fair(FairScore score) {
        return score == null
                ? null
                : new Fair(
                        score.raw(),
                        score.raters(),
                        score.estimable()
                                ? Estimate.of(score.adjusted(), score.low(), score.high())
                                : Estimate.none(score.reason().sentence()),
                        score.reliability(),
                        score.ratersNeeded());
    }

    private static List<Comment> comments(LearnerRecord learner) {
        return learner.finals().stream()
                .map(
                        e ->
                                new Comment(
                                        e.rotation().title(),
                                        e.rotation().preceptor(),
                                        e.rotation().end(),
                                        e.daysObserved(),
                                        e.strengths(),
                                        e.improvement()))
                .sorted(Comparator.comparing(Comment::ended))
                .toList();
    }
}
