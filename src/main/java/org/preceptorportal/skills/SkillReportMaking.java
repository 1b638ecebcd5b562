package org.preceptorportal.skills;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.Method;
import org.preceptorportal.reports.SkillReportPage;
import org.preceptorportal.reports.SkillReportPage.Comment;
import org.preceptorportal.reports.SkillReportPage.Point;
import org.preceptorportal.reports.SkillReportPage.Row;
import org.preceptorportal.reports.SkillReportPrinter;
import org.preceptorportal.store.Sha256;

/** Turns a learner's record into a report. Nothing in it depends on the clock or the run. */
@ApplicationScoped
public class SkillReportMaking {
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
                                    + " than two evaluations or when all agree exactly."));

    @Inject Forms forms;
    @Inject SkillReportPrinter printer;

    /**
     * Draws the report, unless there is one of the same inputs.
     *
     * @return empty when the newest report is still right (SK-4)
     * @throws EvaluationNotCountable when an evaluation does not fit its form
     * @throws org.preceptorportal.reports.UnprintableText when a text has a character without glyph
     */
    public Optional<MadeReport> make(LearnerRecord learner) {
        List<Observation> observations =
                learner.evaluations().stream().map(e -> observation(learner, e)).toList();
        Sha256 key = key(learner, observations);
        if (key.equals(learner.latestKey())) {
            return Optional.empty();
        }
        SkillFigures figures = SkillStatistics.of(observations);
        return Optional.of(
                new MadeReport(
                        learner.learnerId(),
                        key,
                        printer.print(page(learner, figures, key)),
                        SkillReportCsv.write(learner, figures, key),
                        figures.evaluations(),
                        figures.dataCutoff()));
    }

    private Observation observation(LearnerRecord learner, SubmittedEvaluation evaluation) {
        EvaluationForm form =
                forms.find(learner.tenantId(), evaluation.form(), evaluation.formVersion())
                        .orElseThrow(
                                () ->
                                        new EvaluationNotCountable(
                                                "Evaluation %d was answered on form %s-%d, which this portal does not know."
                                                        .formatted(
                                                                evaluation.id(),
                                                                evaluation.form(),
                                                                evaluation.formVersion())));
        return new Observation(
                evaluation, form, learner.rotations().get(evaluation.rotationId()).end());
    }

    private Sha256 key(LearnerRecord learner, List<Observation> observations) {
        List<Object> inputs = new ArrayList<>();
        inputs.add(SkillStatistics.METHOD_VERSION);
        inputs.add(printer.designVersion());
        inputs.add(learner.code());
        inputs.add(learner.name());
        inputs.add(learner.latinName());
        inputs.add(learner.school());
        inputs.add(learner.zone());
        inputs.add(learner.littleContact());
        for (Observation o : observations) {
            SubmittedEvaluation e = o.evaluation();
            inputs.add(e.id());
            inputs.add(e.preceptorId());
            inputs.add(o.form());
            inputs.add(e.submittedAt());
            inputs.add(e.daysObserved());
            inputs.add(e.ratings());
            inputs.add(e.strengths());
            inputs.add(e.improvement());
            inputs.add(learner.rotations().get(e.rotationId()));
        }
        return Sha256.ofInputs(inputs.toArray());
    }

    private static SkillReportPage page(LearnerRecord learner, SkillFigures figures, Sha256 key) {
        return new SkillReportPage(
                learner.name(),
                learner.latinName(),
                learner.school(),
                new Method(
                        SkillStatistics.METHOD_VERSION,
                        key.hex(),
                        figures.dataCutoff(),
                        learner.zone(),
                        null,
                        FORMULAS),
                figures.evaluations(),
                figures.preceptors(),
                learner.littleContact(),
                figures.domains().stream().map(SkillReportMaking::row).toList(),
                List.of(),
                comments(learner));
    }

    private static Row row(DomainFigure figure) {
        return new Row(
                figure.label(),
                figure.evaluations(),
                figure.ratings(),
                figure.notObserved(),
                figure.mean(),
                figure.interval() == null ? null : figure.interval().low(),
                figure.interval() == null ? null : figure.interval().high(),
                null,
                null,
                figure.trend().stream().map(t -> new Point(t.date(), t.mean())).toList(),
                null);
    }

    private static List<Comment> comments(LearnerRecord learner) {
        return learner.evaluations().stream()
                .map(
                        e -> {
                            RotationFacts rotation = learner.rotations().get(e.rotationId());
                            return new Comment(
                                    rotation.title(),
                                    rotation.preceptor(),
                                    rotation.end(),
                                    e.daysObserved(),
                                    e.strengths(),
                                    e.improvement());
                        })
                .sorted(Comparator.comparing(Comment::ended))
                .toList();
    }
}
