package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.judges.VeraPdf;
import org.preceptorportal.reports.SkillReportPage.Comment;
import org.preceptorportal.reports.SkillReportPage.Fair;
import org.preceptorportal.reports.SkillReportPage.Growth;
import org.preceptorportal.reports.SkillReportPage.Point;
import org.preceptorportal.reports.SkillReportPage.Row;

class SkillReportPrinterTest {
    private static final List<String> LABELS =
            List.of(
                    "Patient care",
                    "Medical knowledge",
                    "Practice-based learning and improvement",
                    "Systems-based practice",
                    "Professionalism",
                    "Interpersonal and communication skills",
                    "Communication with patients and in English",
                    "Cultural competency",
                    "Situational awareness");

    private static final List<String> ACTIVITIES =
            List.of(
                    "EPA 1 History and examination",
                    "EPA 2 Differential diagnosis",
                    "EPA 5 Documentation",
                    "EPA 6 Oral presentation",
                    "EPA 9 Team member");

    static final Method METHOD =
            new Method(
                    "clinical-skills-3",
                    "ab".repeat(32),
                    Instant.parse("2026-11-22T01:00:00Z"),
                    ZoneId.of("America/New_York"),
                    new Method.Calibration(Instant.parse("2026-11-01T01:00:00Z"), 1204),
                    List.of(
                            new Fact(
                                    "Mean.",
                                    "The mean of the evaluations' own means, so that each evaluation"
                                            + " counts once, however many items it rated."),
                            new Fact(
                                    "Adjusted score.",
                                    "The mean less the mean leniency of its preceptors, from a mixed"
                                            + " model with learners and preceptors as random"
                                            + " effects, fitted by restricted maximum likelihood.")));

    private final SkillReportPrinter printer = new SkillReportPrinter();

    @ParameterizedTest
    @ValueSource(strings = {"2a", "ua1"})
    void theForeignJudgeAcceptsReports(String flavour) {
        byte[] many = printer.print(page("Linh Nguyễn", null, 4));
        PdfText.keep("skill-report", many);
        assertThat(VeraPdf.failures(many, flavour)).isEmpty();
        byte[] one = printer.print(page("محمد الأحمد", "Mohammed Al-Ahmad", 1));
        PdfText.keep("skill-report-one", one);
        assertThat(VeraPdf.failures(one, flavour)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2a", "ua1"})
    void twelveRotationsWithLongCommentsStayOnThreePages(String flavour) {
        byte[] pdf =
                printer.print(
                        page("김민준", "Kim Min-jun", 12, "She asked before she acted. ".repeat(40)));
        PdfText.keep("skill-report-twelve", pdf);
        assertThat(PdfText.of(pdf)).contains("3 of 3", "Shortened where", "[...]");
        assertThat(VeraPdf.failures(pdf, flavour)).isEmpty();
    }

    /** So many activities that no cut brings it back to three pages. */
    @Test
    void cutsNothingWhereFiguresAloneTakeAFourthPage() {
        SkillReportPage few = page("Linh Nguyễn", null, 4);
        List<Row> activities = new ArrayList<>(few.activities());
        for (int i = 0; i < 45; i++) {
            activities.add(row("Activity " + i, 1, 3, false));
        }
        SkillReportPage many =
                new SkillReportPage(
                        few.learnerName(),
                        few.learnerLatinName(),
                        few.school(),
                        few.method(),
                        few.evaluations(),
                        few.preceptors(),
                        few.littleContact(),
                        few.domains(),
                        activities,
                        few.comments());
        byte[] pdf = printer.print(many);
        PdfText.keep("skill-report-four-pages", pdf);
        assertThat(PdfText.of(pdf))
                .contains("4 of 4")
                .doesNotContain("5 of 5", "Shortened where", "[...]", "[…]");
    }

    @Test
    void shortensAtTheEndOfASentenceAndOnlyWhereNeeded() {
        assertThat(Digest.of("One. Two is longer.", 12)).isEqualTo("One. […]");
        assertThat(Digest.of("One. Two.", 9)).isEqualTo("One. Two.");
        assertThat(Digest.of("Nosentenceatall but words", 18)).isEqualTo("Nosentenceatall […]");
    }

    @Test
    void saysWhatMayBeConcludedAndWhatNot() {
        String text = PdfText.of(printer.print(page("Linh Nguyễn", null, 4)));
        assertThat(text.replaceAll("\\s+", " "))
                .contains("Not told apart from the cohort's median. Too unsure to decide on alone.")
                .contains("Not estimable: no chain of shared learners links")
                .contains("Nothing was rated in: Cultural competency.");
        assertThat(PdfText.of(printer.print(page("Bo", null, 1))).replaceAll("\\s+", " "))
                .contains("No score adjusted for leniency is given: not estimable, no chain")
                .doesNotContain("Reliability");
    }

    @Test
    void s7_samePageSameBytes() {
        assertThat(printer.print(page("Linh Nguyễn", null, 4)))
                .isEqualTo(printer.print(page("Linh Nguyễn", null, 4)));
    }

    @Test
    void s7_printsCountsMethodCutoffAndInputs() {
        String text = PdfText.of(printer.print(page("Linh Nguyễn", null, 4)));
        assertThat(text)
                .contains(
                        "Rotations with too little contact",
                        "Linh Nguyễn",
                        "clinical-skills-3",
                        "Sat 21 Nov 2026, 20:00 EST")
                .contains("ab".repeat(32))
                .contains(
                        "3.63",
                        "2.60 to 4.65",
                        "“Careful, kind and always ready 1. Knows the patients.”");
    }

    @Test
    void saysNotEstimableInsteadOfInventing() {
        assertThat(PdfText.of(printer.print(page("Bo", null, 1))))
                .contains("not estimable", "One evaluation only");
    }

    @Test
    void refusesWhatNoFontCanDrawAndSaysWhere() {
        assertThatThrownBy(() -> printer.print(page("Bo \uD83D\uDE80", null, 1)))
                .isInstanceOf(UnprintableText.class)
                .hasMessageContaining("ROCKET")
                .hasMessageContaining("the learner's name");
    }

    static SkillReportPage page(String name, String latin, int evaluations) {
        return page(name, latin, evaluations, "Knows the patients.");
    }

    static SkillReportPage page(String name, String latin, int evaluations, String praise) {
        List<Row> domains = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            domains.add(row(LABELS.get(i), i, evaluations, true));
        }
        List<Row> activities = new ArrayList<>();
        for (int i = 0; i < ACTIVITIES.size(); i++) {
            activities.add(row(ACTIVITIES.get(i), i + 3, Math.min(3, evaluations), false));
        }
        List<Comment> comments = new ArrayList<>();
        for (int e = 0; e < evaluations; e++) {
            comments.add(
                    new Comment(
                            "Internal Medicine, externship",
                            "Ana Ruiz, MD",
                            ended(e),
                            18,
                            "Careful, kind and always ready " + (e + 1) + ". " + praise,
                            "Start the presentation with the main question, then give only what"
                                    + " bears on it. The rest can wait for questions, which come"
                                    + " anyway and show what the team does not know yet."));
        }
        return new SkillReportPage(
                name,
                latin,
                "Hanoi Medical University",
                METHOD,
                evaluations,
                Math.min(3, evaluations),
                2,
                domains,
                activities,
                comments);
    }

    private static LocalDate ended(int evaluation) {
        return LocalDate.of(2026, 1, 20).plusMonths(evaluation);
    }

    private static Row row(String label, int i, int evaluations, boolean domain) {
        boolean rated = i != 7;
        List<Point> points = new ArrayList<>();
        for (int e = 0; rated && e < evaluations; e++) {
            double value = Math.min(5, 2.5 + (i * 7 + e * 3) % 5 * .5 + e % 4 * .25);
            points.add(new Point(ended(e), value));
        }
        double mean = points.stream().mapToDouble(Point::value).average().orElse(3);
        boolean interval = rated && evaluations > 1;
        Estimate score =
                interval && i != 4
                        ? Estimate.of(mean - .15, mean - .9, Math.min(5, mean + .6))
                        : Estimate.none(
                                rated
                                        ? "no chain of shared learners links these raters to the"
                                                + " others"
                                        : "nothing was rated");
        return new Row(
                label,
                points.size(),
                2 * points.size(),
                rated ? 0 : evaluations,
                rated ? (Double) mean : null,
                interval ? (Double) Math.max(1, mean - 1.025) : null,
                interval ? (Double) Math.min(5, mean + 1.025) : null,
                evaluations > 1 ? new Band(3.1, 3.6 - i * .1 % .5, 4.05, 212) : null,
                domain && i % 2 == 0 && evaluations > 1 && rated
                        ? new Growth(2, mean - .7, mean + .1)
                        : null,
                points,
                domain
                        ? new Fair(
                                rated ? (Double) mean : null,
                                rated ? 3 : 0,
                                score,
                                score.value() == null ? null : (Double) (.4 + i * .05),
                                score.value() == null ? null : (Integer) (9 - i))
                        : null);
    }
}
