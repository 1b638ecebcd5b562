package org.preceptorportal.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.preceptorportal.calibration.Calibrated;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.comparison.CohortFigures;
import org.preceptorportal.comparison.Comparison;
import org.preceptorportal.comparison.PreceptorFigures;
import org.preceptorportal.comparison.SiteFigures;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.Spread;
import org.preceptorportal.reports.Band;
import org.preceptorportal.reports.CohortReportPage;
import org.preceptorportal.reports.CohortReportPrinter;
import org.preceptorportal.reports.Estimate;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.Method;
import org.preceptorportal.reports.PreceptorReportPage;
import org.preceptorportal.reports.PreceptorReportPrinter;
import org.preceptorportal.reports.SiteReportPage;
import org.preceptorportal.reports.SiteReportPrinter;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.store.Sha256;

/** Turns figures into reports. Nothing in it depends on the clock or the run. */
@ApplicationScoped
public class GroupMaking {
    /** The figures in words; part of every report's key. */
    static final List<Fact> FORMULAS =
            List.of(
                    new Fact(
                            "Evaluation.",
                            "Its value in a domain is the mean of the items rated there; ratings on"
                                    + " different scales are never in one figure."),
                    new Fact(
                            "Means and spread.",
                            "A cohort's mean is the mean of its learners' means, a preceptor's or a"
                                    + " site's the mean of its evaluations' values. Spread is"
                                    + " their standard deviation with n − 1."),
                    new Fact(
                            "95% interval.",
                            "The mean plus or minus t × s / √n, t the 0.975 quantile of Student's"
                                    + " distribution with n − 1 degrees of freedom, cut to the"
                                    + " scale; not estimable with fewer than two values or when"
                                    + " all agree exactly (NIST/SEMATECH e-Handbook, 1.3.5.2)."),
                    new Fact(
                            "Leniency and sources.",
                            "A rating is taken as mean + learner + preceptor + chance, with random"
                                    + " learners and preceptors (linear mixed model, REML;"
                                    + " Henderson 1975). Leniency is the preceptor's part, drawn"
                                    + " towards 0. It is given only where a chain of shared"
                                    + " learners links the preceptor to the others."),
                    new Fact(
                            "Quartiles.",
                            "Of the learners' means, linear between neighbors (type 7 of Hyndman &"
                                    + " Fan 1996)."),
                    new Fact(
                            "Others.",
                            "Peers and other sites are those of the calibration, so that one new"
                                    + " evaluation changes the reports it is in and no others."),
                    new Fact(
                            "Hidden.",
                            "Figures about a preceptor need the season's minimum of evaluations,"
                                    + " in each domain. A site's figures and those of others leave"
                                    + " out evaluations of preceptors whose figures are hidden, at"
                                    + " all or at one of their sites, unless two or more who are"
                                    + " hidden together reach the minimum: so no difference between"
                                    + " reports gives anybody away (Gusfield 1988, SIAM J. Comput."
                                    + " 17:552). Numbers of evaluations are not hidden."));

    @Inject CohortReportPrinter cohorts;
    @Inject PreceptorReportPrinter preceptors;
    @Inject SiteReportPrinter sites;

    /**
     * @throws org.preceptorportal.reports.UnprintableText when a name has a character without glyph
     */
    public MadeGroup<byte[]> make(GroupItem item, Comparison all, Tenant tenant) {
        Comparison.Subject subject = item.subject();
        long id = subject.id();
        return switch (subject.kind()) {
            case COHORT -> {
                CohortFigures f = all.cohort();
                Method method = method(item, tenant, f.dataCutoff(), f.calibration());
                byte[] pdf = cohorts.print(page(item, tenant, f, method));
                yield made(item, pdf, all.csv(subject, f), f.evaluations(), f.dataCutoff());
            }
            case PRECEPTOR -> {
                PreceptorFigures f = all.preceptor(id);
                Method method = method(item, tenant, f.dataCutoff(), f.calibration());
                byte[] pdf = preceptors.print(page(item, tenant, f, method));
                byte[] csv = all.csv(subject, item.name(), f);
                yield made(item, pdf, csv, f.evaluations(), f.dataCutoff());
            }
            case SITE -> {
                SiteFigures f = all.site(id);
                Method method = method(item, tenant, f.dataCutoff(), null);
                byte[] pdf = sites.print(page(item, tenant, f, method));
                byte[] csv = all.csv(subject, item.name(), f);
                yield made(item, pdf, csv, f.evaluations(), f.dataCutoff());
            }
        };
    }

    private static MadeGroup<byte[]> made(
            GroupItem item, byte[] pdf, byte[] csv, int evaluations, Instant cutoff) {
        return new MadeGroup<>(
                GroupKind.valueOf(item.subject().kind().name()),
                item.subject().id(),
                item.key(),
                pdf,
                csv,
                evaluations,
                cutoff);
    }

    private static Method method(
            GroupItem item, Tenant tenant, Instant cutoff, Calibrated calibrated) {
        Sha256 inputs = item.subject().inputs();
        return new Method(
                Comparison.VERSION,
                inputs.hex(),
                cutoff,
                tenant.zone(),
                calibrated == null
                        ? null
                        : new Method.Calibration(calibrated.cutoff(), calibrated.evaluations()),
                FORMULAS);
    }

    private static CohortReportPage page(
            GroupItem item, Tenant tenant, CohortFigures figures, Method method) {
        return new CohortReportPage(
                item.name(),
                tenant.name(),
                method,
                figures.evaluations(),
                figures.preceptors(),
                figures.littleContact(),
                figures.lines().stream().map(GroupMaking::domain).toList(),
                figures.heat().stream().map(GroupMaking::learner).toList());
    }

    private static CohortReportPage.Domain domain(CohortFigures.Line line) {
        return new CohortReportPage.Domain(
                line.label(),
                line.learners(),
                line.evaluations(),
                line.ratings(),
                line.notObserved(),
                line.mean(),
                line.deviation(),
                band(line.band()),
                line.estimable(),
                line.unlinked(),
                sources(line.spread()),
                line.unsolved());
    }

    private static Band band(Stratum.Band band) {
        return band == null
                ? null
                : new Band(band.low(), band.middle(), band.high(), band.learners());
    }

    private static CohortReportPage.Sources sources(Spread spread) {
        return spread == null
                ? null
                : new CohortReportPage.Sources(
                        spread.learners(),
                        spread.raters(),
                        spread.residual(),
                        spread.ratersNeededRaw(),
                        spread.ratersNeeded());
    }

    private static CohortReportPage.Learner learner(CohortFigures.HeatRow row) {
        return new CohortReportPage.Learner(
                row.name(),
                row.code(),
                IntStream.range(0, row.means().size())
                        .mapToObj(
                                i ->
                                        new CohortReportPage.Cell(
                                                row.means().get(i), row.evaluations().get(i)))
                        .toList());
    }

    private static PreceptorReportPage page(
            GroupItem item, Tenant tenant, PreceptorFigures figures, Method method) {
        return new PreceptorReportPage(
                item.name(),
                tenant.name(),
                method,
                figures.evaluations(),
                figures.learners(),
                figures.ratings(),
                figures.notObserved(),
                figures.straightLines(),
                figures.littleContact(),
                figures.daysToSubmit(),
                figures.peersDaysToSubmit(),
                figures.levels().stream()
                        .map(l -> new PreceptorReportPage.Level(l.level(), l.used(), l.peersUsed()))
                        .toList(),
                figures.lines().stream().map(GroupMaking::domain).toList(),
                figures.minimum());
    }

    private static PreceptorReportPage.Domain domain(PreceptorFigures.Line line) {
        Leniency leniency = line.leniency();
        return new PreceptorReportPage.Domain(
                line.label(),
                line.evaluations(),
                line.mean(),
                line.deviation(),
                line.peersMean(),
                leniency.estimable()
                        ? Estimate.of(leniency.value(), leniency.low(), leniency.high())
                        : Estimate.none(leniency.reason().sentence()),
                leniency.shared());
    }

    private static SiteReportPage page(
            GroupItem item, Tenant tenant, SiteFigures figures, Method method) {
        return new SiteReportPage(
                item.name(),
                tenant.name(),
                method,
                figures.learners(),
                figures.evaluations(),
                figures.leftOut(),
                figures.preceptors(),
                figures.littleContact(),
                figures.daysToSubmit(),
                figures.lines().stream()
                        .map(
                                l ->
                                        new SiteReportPage.Domain(
                                                l.label(),
                                                l.evaluations(),
                                                l.ratings(),
                                                l.notObserved(),
                                                l.mean(),
                                                l.low(),
                                                l.high(),
                                                l.othersMean()))
                        .toList(),
                figures.shares().stream()
                        .map(
                                s ->
                                        new SiteReportPage.Share(
                                                s.preceptor(),
                                                s.preceptors(),
                                                s.evaluations(),
                                                s.mean()))
                        .toList(),
                figures.minimum());
    }
}
