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
import org.preceptorportal.reports.SkillReportPage.Domain;
import org.preceptorportal.reports.SkillReportPage.Point;

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
                        "clinical-skills-1",
                        "Sat 21 Nov 2026, 20:00 EST")
                .contains("ab".repeat(32))
                .contains("3.63", "2.60 to 4.65", "“Careful, kind and always ready 1.”");
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
        List<Domain> domains = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            List<Point> points = new ArrayList<>();
            for (int e = 0; e < evaluations; e++) {
                double value = Math.min(5, 2.5 + (i * 7 + e * 3) % 5 * .5 + e * .25);
                points.add(new Point(LocalDate.of(2026, 6 + e, 20), value));
            }
            boolean rated = i != 7;
            double mean = points.stream().mapToDouble(Point::value).average().orElseThrow();
            boolean interval = rated && evaluations > 1;
            domains.add(
                    new Domain(
                            LABELS.get(i),
                            rated ? evaluations : 0,
                            rated ? 2 * evaluations : 0,
                            rated ? 0 : evaluations,
                            rated ? (Double) mean : null,
                            interval ? (Double) Math.max(1, mean - 1.025) : null,
                            interval ? (Double) Math.min(5, mean + 1.025) : null,
                            rated ? points : List.of()));
        }
        List<Comment> comments = new ArrayList<>();
        for (int e = 0; e < evaluations; e++) {
            comments.add(
                    new Comment(
                            "Internal Medicine, externship",
                            "Ana Ruiz, MD",
                            LocalDate.of(2026, 6 + e, 20),
                            18,
                            "Careful, kind and always ready " + (e + 1) + ".",
                            "Start the presentation with the main question, then give only what"
                                    + " bears on it. The rest can wait for questions, which come"
                                    + " anyway and show what the team does not know yet."));
        }
        return new SkillReportPage(
                name,
                latin,
                "Hanoi Medical University",
                "clinical-skills-1",
                "ab".repeat(32),
                Instant.parse("2026-11-22T01:00:00Z"),
                ZoneId.of("America/New_York"),
                evaluations,
                Math.min(3, evaluations),
                2,
                domains,
                comments);
    }
}
