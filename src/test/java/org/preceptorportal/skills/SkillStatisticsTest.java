package org.preceptorportal.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.preceptorportal.skills.Samples.evaluation;
import static org.preceptorportal.skills.Samples.observed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.RotationType;

class SkillStatisticsTest {
    private static final List<Observation> THREE =
            List.of(
                    observed(evaluation(1, "history", 3, "plan", 4)),
                    observed(evaluation(2, "history", 4, "plan", 0)),
                    observed(evaluation(3, "history", 4, "plan", 5, "culture", 0)));

    @Test
    void s7_figuresAreRecomputedByHandFromTheRawRatings() {
        DomainFigure care = domain(SkillStatistics.of(THREE), "patient-care");
        // Evaluation means 3.5, 4.0, 4.5: mean 4.0, s 0.5, t(0.975, 2) = 4.302653
        double half = 4.302652729749 * 0.5 / Math.sqrt(3);
        assertThat(care.evaluations()).isEqualTo(3);
        assertThat(care.ratings()).isEqualTo(5);
        assertThat(care.notObserved()).isEqualTo(1);
        assertThat(care.mean()).isEqualTo(4.0);
        assertThat(care.interval().low()).isCloseTo(4.0 - half, within(1e-9));
        assertThat(care.interval().high()).as("cut to the scale").isEqualTo(5.0);
        assertThat(care.trend())
                .extracting(DomainFigure.TrendPoint::mean)
                .containsExactly(3.5, 4.0, 4.5);
    }

    @Test
    void s7_theOrderOfEvaluationsDoesNotMatter() {
        assertThat(SkillStatistics.of(List.of(THREE.get(2), THREE.get(0), THREE.get(1))))
                .isEqualTo(SkillStatistics.of(THREE));
    }

    @Test
    void notObservedIsCountedAndInNoMean() {
        DomainFigure culture = domain(SkillStatistics.of(THREE), "cultural-competency");
        assertThat(culture.evaluations()).isEqualTo(2);
        assertThat(culture.notObserved()).isEqualTo(1);
        assertThat(culture.mean()).isEqualTo(3.0);
    }

    @Test
    void fewerThanTwoEvaluationsHaveNoInterval() {
        SkillFigures one = SkillStatistics.of(THREE.subList(0, 1));
        assertThat(domain(one, "patient-care").mean()).isEqualTo(3.5);
        assertThat(domain(one, "patient-care").interval()).isNull();
    }

    @Test
    void exactAgreementIsNotCertainty() {
        assertThat(domain(SkillStatistics.of(THREE), "professionalism").interval()).isNull();
    }

    @Test
    void aDomainThatNobodySawHasNoMean() {
        SkillFigures figures = SkillStatistics.of(List.of(observed(evaluation(1, "culture", 0))));
        assertThat(domain(figures, "cultural-competency").mean()).isNull();
        assertThat(domain(figures, "cultural-competency").trend()).isEmpty();
    }

    @Test
    void countsEvaluationsAndPreceptorsUpToTheNewestSubmission() {
        SkillFigures figures = SkillStatistics.of(THREE);
        assertThat(figures.evaluations()).isEqualTo(3);
        assertThat(figures.preceptors()).isEqualTo(3);
        assertThat(figures.dataCutoff()).isEqualTo(Instant.parse("2026-11-03T12:00:00Z"));
        assertThat(figures.domains()).hasSize(9);
    }

    @Test
    void ratingsOnTwoScalesAreTwoRows() {
        EvaluationForm other =
                new EvaluationForm(
                        "newer",
                        2,
                        "Newer",
                        Purpose.FINAL,
                        Set.of(RotationType.CLERKSHIP),
                        List.of(Samples.scale("entrustment")),
                        List.of(
                                new Domain(
                                        "patient-care",
                                        "Patient care",
                                        "PC",
                                        List.of(
                                                new Item(
                                                        "history",
                                                        "History",
                                                        "entrustment",
                                                        List.of(),
                                                        false,
                                                        null))),
                                new Domain(
                                        "setting",
                                        "Setting",
                                        null,
                                        List.of(
                                                new Item(
                                                        "setting",
                                                        "Where",
                                                        "entrustment",
                                                        List.of(),
                                                        false,
                                                        null)))),
                        List.of());
        SubmittedEvaluation rated = evaluation(4, "history", 5);
        SubmittedEvaluation onOther =
                new SubmittedEvaluation(
                        4,
                        1,
                        104,
                        14,
                        "newer",
                        2,
                        rated.submittedAt(),
                        Answers.ofFinal(Map.of("history", 5, "setting", 2), "x", "y", 3));
        SkillFigures figures =
                SkillStatistics.of(
                        List.of(
                                THREE.get(0),
                                new Observation(onOther, other, THREE.get(0).rotationEnd())));
        assertThat(figures.domains())
                .filteredOn(d -> d.code().equals("patient-care"))
                .extracting(DomainFigure::scale, DomainFigure::mean, DomainFigure::label)
                .containsExactly(
                        tuple("entrustment", 5.0, "Patient care"),
                        tuple("performance", 3.5, "Patient care (performance)"));
        assertThat(figures.domains()).extracting(DomainFigure::code).doesNotContain("setting");
    }

    @Test
    void s6_refusesWhatDoesNotFitTheFormWithAReason() {
        assertThatThrownBy(() -> SkillStatistics.of(List.of(observed(evaluation(4, "golf", 3)))))
                .isInstanceOf(EvaluationNotCountable.class)
                .hasMessage("Evaluation 4 rates \"golf\", which form final-1 does not have.");
        SubmittedEvaluation empty =
                new SubmittedEvaluation(
                        5,
                        1,
                        1,
                        1,
                        "final",
                        1,
                        Instant.parse("2026-11-05T12:00:00Z"),
                        Answers.ofFinal(Map.of(), "x", "y", 1));
        assertThatThrownBy(() -> SkillStatistics.of(List.of(observed(empty))))
                .isInstanceOf(EvaluationNotCountable.class)
                .hasMessageContaining("no answer for \"history\"");
    }

    private static DomainFigure domain(SkillFigures figures, String code) {
        return figures.domains().stream()
                .filter(d -> d.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
