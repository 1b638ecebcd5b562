package org.preceptorportal.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.preceptorportal.figures.Pages.FORM;
import static org.preceptorportal.figures.Pages.OTHER;
import static org.preceptorportal.figures.Pages.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.preceptorportal.calibration.Calibrated;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

class FiguringTest {
    // Of FORM: history and plan (patient care, plan is EPA 3), knowledge (medical knowledge).
    private static final List<Sheet> THREE =
            List.of(
                    sheet(FORM, 1, 11, false, 3, 4, 3),
                    sheet(FORM, 2, 12, false, 4, 0, 3),
                    sheet(FORM, 3, 13, false, 4, 5, 0));

    private static SkillLine line(List<Sheet> sheets, String code) {
        return figures(sheets).lines().stream()
                .filter(l -> l.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static LearnerFigures figures(List<Sheet> sheets) {
        return Figuring.learner(sheets, 0, Standing.NONE);
    }

    @Test
    void s7_figuresAreRecomputedByHandFromTheRawRatings() {
        SkillLine care = line(THREE, "patient-care");
        // Evaluation means 3.5, 4.0, 4.5: mean 4.0, s 0.5, t(0.975, 2) = 4.302653
        double half = 4.302652729749 * 0.5 / Math.sqrt(3);
        assertThat(care.evaluations()).isEqualTo(3);
        assertThat(care.raters()).isEqualTo(3);
        assertThat(care.ratings()).isEqualTo(5);
        assertThat(care.notObserved()).isEqualTo(1);
        assertThat(care.mean()).isEqualTo(4.0);
        assertThat(care.low()).isCloseTo(4.0 - half, within(1e-9));
        assertThat(care.high()).as("cut to the scale").isEqualTo(5.0);
        assertThat(care.trend()).extracting(SkillLine.Point::mean).containsExactly(3.5, 4.0, 4.5);
    }

    @Test
    void s7_theOrderOfEvaluationsDoesNotMatter() {
        List<Sheet> mixed = List.of(THREE.get(2), THREE.get(0), THREE.get(1));
        assertThat(figures(mixed)).isEqualTo(figures(THREE));
        assertThat(Figuring.inputs(mixed, 0, Standing.NONE))
                .isEqualTo(Figuring.inputs(THREE, 0, Standing.NONE));
    }

    @Test
    void notObservedIsCountedAndInNoMean() {
        SkillLine knowledge = line(THREE, "medical-knowledge");
        assertThat(knowledge.evaluations()).isEqualTo(2);
        assertThat(knowledge.notObserved()).isEqualTo(1);
        assertThat(knowledge.mean()).isEqualTo(3.0);
        assertThat(knowledge.low()).as("exact agreement is not certainty").isNull();
    }

    @Test
    void fewerThanTwoEvaluationsHaveNoInterval() {
        SkillLine care = line(THREE.subList(0, 1), "patient-care");
        assertThat(care.mean()).isEqualTo(3.5);
        assertThat(care.low()).isNull();
    }

    @Test
    void whatNobodySawHasNoMean() {
        SkillLine line = line(List.of(sheet(FORM, 1, 11, false, 3, 3, 0)), "medical-knowledge");
        assertThat(line.mean()).isNull();
        assertThat(line.trend()).isEmpty();
    }

    @Test
    void activitiesComeAfterDomains() {
        assertThat(figures(THREE).lines())
                .extracting(SkillLine::kind, SkillLine::code, SkillLine::mean)
                .containsExactly(
                        tuple(SkillLine.Kind.DOMAIN, "patient-care", 4.0),
                        tuple(SkillLine.Kind.DOMAIN, "medical-knowledge", 3.0),
                        tuple(SkillLine.Kind.EPA, "EPA 3", 4.5));
    }

    @Test
    void growthComparesTheSameItemsOfTheSameRotationAndPreceptor() {
        Sheet middle = sheet(FORM, 1, 11, true, 2, 0, 3);
        Sheet ofAnother = sheet(FORM, 2, 99, true, 1, 1, 1);
        List<Sheet> all = List.of(THREE.get(0), THREE.get(1), THREE.get(2), middle, ofAnother);
        SkillLine care = line(all, "patient-care");
        assertThat(care.growth()).isEqualTo(new SkillLine.Growth(1, 2.0, 3.0));
        assertThat(care.evaluations()).as("a middle is in no mean").isEqualTo(3);
        assertThat(line(all, "EPA 3").growth()).isNull();
    }

    @Test
    void countsEvaluationsAndPreceptorsUpToTheNewestSubmission() {
        LearnerFigures figures = figures(THREE);
        assertThat(figures.evaluations()).isEqualTo(3);
        assertThat(figures.preceptors()).isEqualTo(3);
        assertThat(figures.dataCutoff()).isEqualTo(Instant.parse("2026-11-03T12:00:00Z"));
    }

    @Test
    void ratingsOnTwoScalesAreTwoRows() {
        LearnerFigures figures = figures(List.of(THREE.get(0), sheet(OTHER, 4, 14, false, 5, 2)));
        assertThat(figures.lines())
                .filteredOn(l -> l.code().equals("patient-care"))
                .extracting(SkillLine::scale, SkillLine::mean, SkillLine::label)
                .containsExactly(
                        tuple("entrustment", 5.0, "Patient care"),
                        tuple("performance", 3.5, "Patient care (performance)"));
        assertThat(figures.lines()).extracting(SkillLine::code).doesNotContain("setting");
    }

    @Test
    void s6_refusesWhatDoesNotFitTheFormWithAReason() {
        Sheet odd = Pages.faulty(sheet(FORM, 5, 15, false, 1, 1, 1), "Evaluation 5 is odd.");
        assertThatThrownBy(() -> figures(List.of(odd)))
                .isInstanceOf(UncountableSheet.class)
                .hasMessage("Evaluation 5 is odd.");
    }

    @Test
    void aNewCalibrationIsAnotherInput() {
        Slice slice = new Slice(false, "patient-care", "performance");
        FairScore none = FairScore.notEstimable(NotEstimable.UNLINKED, 4.0, 3, 3);
        Standing standing =
                new Standing(
                        new Calibrated(Instant.parse("2026-11-01T00:00:00Z"), 20, Stratum.VERSION),
                        Map.of(
                                slice,
                                new Stratum(
                                        slice,
                                        new TreeMap<>(Map.of(1L, none)),
                                        new TreeMap<>(),
                                        null,
                                        new Stratum.Band(3, 4, 4.5, 12))),
                        1);
        SkillLine care = Figuring.learner(THREE, 0, standing).lines().get(0);
        assertThat(care.fair()).isEqualTo(none);
        assertThat(care.band().learners()).isEqualTo(12);
        assertThat(Figuring.inputs(THREE, 0, standing))
                .isNotEqualTo(Figuring.inputs(THREE, 0, Standing.NONE));
    }
}
