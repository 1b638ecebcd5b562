package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.judges.VeraPdf;

/** The reports of a cohort, a preceptor and a rotation site. */
class SkillPapersTest {
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
                    "Situational awareness",
                    "Patient care (What I had to do)",
                    "Medical knowledge (What I had to do)",
                    "Professionalism (How often)");
    private static final List<String> NAMES =
            List.of(
                    "Linh Nguyễn",
                    "محمد الأحمد",
                    "김민준",
                    "Суслов Юрий",
                    "Ana María García Hernández de la Torre",
                    "รัตนา",
                    "अनीता शर्मा",
                    "דוד כהן",
                    "Suharto",
                    "Łukasz Żółć");

    private final CohortReportPrinter cohorts = new CohortReportPrinter();
    private final PreceptorReportPrinter preceptors = new PreceptorReportPrinter();
    private final SiteReportPrinter sites = new SiteReportPrinter();

    @ParameterizedTest
    @ValueSource(strings = {"2a", "ua1"})
    void theForeignJudgeAcceptsThem(String flavour) {
        assertAccepted("cohort-report", cohorts.print(cohort(60, 9)), flavour);
        assertAccepted("cohort-report-wide", cohorts.print(cohort(3, 12)), flavour);
        assertAccepted("preceptor-report", preceptors.print(preceptor(24)), flavour);
        assertAccepted("preceptor-report-hidden", preceptors.print(preceptor(2)), flavour);
        assertAccepted("site-report", sites.print(site(true)), flavour);
        assertAccepted("site-report-hidden", sites.print(site(false)), flavour);
    }

    private static void assertAccepted(String name, byte[] pdf, String flavour) {
        PdfText.keep(name, pdf);
        assertThat(VeraPdf.failures(pdf, flavour)).as(name).isEmpty();
    }

    @Test
    void s7_samePageSameBytes() {
        assertThat(cohorts.print(cohort(20, 9))).isEqualTo(cohorts.print(cohort(20, 9)));
        assertThat(preceptors.print(preceptor(24))).isEqualTo(preceptors.print(preceptor(24)));
        assertThat(sites.print(site(true))).isEqualTo(sites.print(site(true)));
    }

    @Test
    void everyCellOfTheMapHasItsNumberAndItsN() {
        assertThat(PdfText.of(cohorts.print(cohort(3, 2))).replaceAll("\\s+", " "))
                .contains("2.0 n 1", "Linh Nguyễn", "raw means do not rank them");
    }

    @Test
    void aNameWithoutLettersStandsAsCode() {
        assertThat(PdfText.of(cohorts.print(cohort(7, 2)))).contains("L5", "김민준");
    }

    @Test
    void saysHowManyHaveNoAdjustedScoreAndWhy() {
        assertThat(PdfText.of(cohorts.print(cohort(20, 3))).replaceAll("\\s+", " "))
                .contains("Not linked", "not estimable", "7 (23)", "16 of 20");
    }

    @Test
    void saysWhyThereAreNoSources() {
        assertThat(sourcesOf(false, false))
                .contains("Not estimable: too few learners")
                .doesNotContain("no solution");
        assertThat(sourcesOf(true, false))
                .contains("Not estimable in Patient care: the model of these ratings has no")
                .contains("Not estimable in Medical knowledge: too few learners");
        assertThat(sourcesOf(true, true))
                .contains("Patient care, Medical knowledge: the model of these ratings has no")
                .doesNotContain("too few learners");
    }

    private String sourcesOf(boolean... unsolved) {
        CohortReportPage page = cohort(20, unsolved.length);
        List<CohortReportPage.Domain> domains = new ArrayList<>();
        for (int i = 0; i < unsolved.length; i++) {
            CohortReportPage.Domain d = page.domains().get(i);
            domains.add(
                    new CohortReportPage.Domain(
                            d.label(),
                            d.learners(),
                            d.evaluations(),
                            d.ratings(),
                            d.notObserved(),
                            d.mean(),
                            d.deviation(),
                            d.band(),
                            0,
                            0,
                            null,
                            unsolved[i]));
        }
        return PdfText.of(
                        cohorts.print(
                                new CohortReportPage(
                                        page.title(),
                                        page.institution(),
                                        page.method(),
                                        page.evaluations(),
                                        page.preceptors(),
                                        page.littleContact(),
                                        domains,
                                        page.learners())))
                .replaceAll("\\s+", " ");
    }

    @Test
    void hidesAPreceptorBelowTheMinimum() {
        String text = PdfText.of(preceptors.print(preceptor(2)));
        assertThat(text).contains("Hidden: figures on how a preceptor rates are shown from 3");
        assertThat(text).doesNotContain("Same mark throughout", "Leniency");
    }

    @Test
    void saysWhereLeniencyIsNotEstimable() {
        assertThat(PdfText.of(preceptors.print(preceptor(24))).replaceAll("\\s+", " "))
                .contains(
                        "+0.31 (+0.02 to +0.60)",
                        "Not estimable in Medical knowledge: too few learners were shared.",
                        "12.5 % (3 of 24)",
                        "9.0 days (others 6.5)");
    }

    @Test
    void hiddenPreceptorsOfASiteStandTogether() {
        assertThat(PdfText.of(sites.print(site(true))))
                .contains("2 preceptors together, hidden", "Ana Ruiz, MD");
        assertThat(PdfText.of(sites.print(site(false))))
                .contains("Hidden: figures of a site are shown from 3");
    }

    @Test
    void refusesWhatNoFontCanDrawAndSaysWhere() {
        SiteReportPage page = site(true);
        assertThatThrownBy(
                        () ->
                                sites.print(
                                        new SiteReportPage(
                                                "Ward \uD83D\uDE80",
                                                page.institution(),
                                                page.method(),
                                                1,
                                                1,
                                                0,
                                                1,
                                                0,
                                                null,
                                                List.of(),
                                                List.of(),
                                                3)))
                .isInstanceOf(UnprintableText.class)
                .hasMessageContaining("the site's name");
    }

    private static CohortReportPage cohort(int learners, int domains) {
        List<CohortReportPage.Domain> columns = new ArrayList<>();
        for (int i = 0; i < domains; i++) {
            boolean known = i != 2;
            columns.add(
                    new CohortReportPage.Domain(
                            LABELS.get(i),
                            learners,
                            3 * learners,
                            7 * learners,
                            i * 5,
                            3.4 + i % 3 * .2,
                            .5,
                            learners > 4 ? new Band(3.1, 3.5, 3.9, learners) : null,
                            known ? learners - 4 : 0,
                            4,
                            known
                                    ? new CohortReportPage.Sources(
                                            .08 + i * .01, .3 - i * .01, .3, 23, 7)
                                    : null,
                            false));
        }
        List<CohortReportPage.Learner> rows = new ArrayList<>();
        for (int l = 0; l < learners; l++) {
            List<CohortReportPage.Cell> cells = new ArrayList<>();
            for (int i = 0; i < domains; i++) {
                int n = (l + i) % 5 + 1;
                cells.add(
                        (l * 7 + i) % 11 == 10
                                ? new CohortReportPage.Cell(null, 0)
                                : new CohortReportPage.Cell(
                                        Math.min(5, 2 + (l * 3 + i * 5) % 13 * .25), n));
            }
            rows.add(new CohortReportPage.Learner(NAMES.get(l % NAMES.size()), "L" + l, cells));
        }
        return new CohortReportPage(
                "Season 2026–2027",
                "Lakeside School of Medicine",
                SkillReportPrinterTest.METHOD,
                3 * learners,
                40,
                5,
                columns,
                rows);
    }

    private static PreceptorReportPage preceptor(int evaluations) {
        List<PreceptorReportPage.Domain> domains = new ArrayList<>();
        for (int i = 0; evaluations >= 3 && i < 9; i++) {
            domains.add(
                    new PreceptorReportPage.Domain(
                            LABELS.get(i),
                            evaluations,
                            3.9,
                            .44,
                            3.6,
                            i == 1
                                    ? Estimate.none("too few learners were shared")
                                    : Estimate.of(.31 - i * .1, .02 - i * .1, .6 - i * .1),
                            i == 1 ? 1 : 12));
        }
        return new PreceptorReportPage(
                "Ana Ruiz, MD",
                "Lakeside School of Medicine",
                SkillReportPrinterTest.METHOD,
                evaluations,
                evaluations - 1,
                12 * evaluations,
                3 * evaluations,
                evaluations / 8,
                1,
                9.0,
                6.5,
                List.of(
                        new PreceptorReportPage.Level(1, 0, 31),
                        new PreceptorReportPage.Level(2, 4, 220),
                        new PreceptorReportPage.Level(3, 90, 1410),
                        new PreceptorReportPage.Level(4, 134, 2201),
                        new PreceptorReportPage.Level(5, 60, 1004)),
                domains,
                3);
    }

    private static SiteReportPage site(boolean enough) {
        List<SiteReportPage.Domain> domains = new ArrayList<>();
        for (int i = 0; enough && i < 9; i++) {
            domains.add(
                    new SiteReportPage.Domain(
                            LABELS.get(i),
                            31,
                            80,
                            i * 2,
                            3.2 + i * .1,
                            2.9 + i * .1,
                            3.5 + i * .1,
                            3.6));
        }
        return new SiteReportPage(
                "Riverside Community Hospital",
                "Lakeside School of Medicine",
                SkillReportPrinterTest.METHOD,
                enough ? 22 : 2,
                enough ? 31 : 2,
                enough ? 3 : 0,
                enough ? 5 : 1,
                2,
                8.5,
                domains,
                enough
                        ? List.of(
                                new SiteReportPage.Share("Ana Ruiz, MD", 1, 14, 3.9),
                                new SiteReportPage.Share("김민준, MD", 1, 9, 3.4),
                                new SiteReportPage.Share("Юрий Суслов, DO", 1, 5, 3.1),
                                new SiteReportPage.Share(null, 2, 3, null))
                        : List.of(new SiteReportPage.Share(null, 1, 2, null)),
                3);
    }
}
