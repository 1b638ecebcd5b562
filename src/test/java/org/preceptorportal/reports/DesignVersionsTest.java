package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** S5: another design is another key of what is printed with it, and of nothing else. */
class DesignVersionsTest {
    private static final String COVER = "letter-packet/cover.properties";
    private static final Map<String, String> VERSIONS =
            Map.of(
                    "clinical-skills/report.properties",
                    new SkillReportPrinter().designVersion(),
                    "clinical-skills/cohort.properties",
                    new CohortReportPrinter().designVersion(),
                    "clinical-skills/preceptor.properties",
                    new PreceptorReportPrinter().designVersion(),
                    "clinical-skills/site.properties",
                    new SiteReportPrinter().designVersion(),
                    COVER,
                    new ApplicantFilePrinter().version());

    @Test
    void eachHasItsOwnWordingAndThatOfNoOther() {
        VERSIONS.forEach(
                (design, version) ->
                        VERSIONS.keySet()
                                .forEach(
                                        other ->
                                                assertThat(
                                                                version.contains(
                                                                        Design.read(other)
                                                                                .wording()))
                                                        .as("%s in the key of %s", other, design)
                                                        .isEqualTo(other.equals(design))));
    }

    @Test
    void whatReportsSayAlikeIsInAllOfThemAndOnNoCover() {
        VERSIONS.forEach(
                (design, version) ->
                        assertThat(version.contains(SkillPaper.SHARED.wording()))
                                .as(design)
                                .isEqualTo(!design.equals(COVER)));
    }
}
