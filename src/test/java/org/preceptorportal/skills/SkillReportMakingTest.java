package org.preceptorportal.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preceptorportal.skills.Samples.evaluation;
import static org.preceptorportal.skills.Samples.learner;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.figures.FigureCsv;
import org.preceptorportal.figures.Figuring;
import org.preceptorportal.figures.UncountableSheet;
import org.preceptorportal.reports.SkillReportPrinter;

class SkillReportMakingTest {
    private static final SubmittedEvaluation FIRST = evaluation(1, "history", 3, "plan", 4);
    private static final SubmittedEvaluation SECOND = evaluation(2, "history", 5, "plan", 4);

    private final SkillReportMaking making = new SkillReportMaking();

    SkillReportMakingTest() {
        making.printer = new SkillReportPrinter();
    }

    @Test
    void s5_sameInputsGiveTheSameKeyAndBytes() {
        MadeReport<byte[]> one = making.make(learner(null, FIRST, SECOND)).orElseThrow();
        MadeReport<byte[]> again = making.make(learner(null, FIRST, SECOND)).orElseThrow();
        assertThat(again.key()).isEqualTo(one.key());
        assertThat(again.pdf()).isEqualTo(one.pdf());
        assertThat(again.csv()).isEqualTo(one.csv());
    }

    @Test
    void aKnownKeyIsNothingToDo() {
        MadeReport<byte[]> made = making.make(learner(null, FIRST)).orElseThrow();
        assertThat(making.make(learner(made.key(), FIRST))).isEmpty();
        assertThat(making.make(learner(made.key(), FIRST, SECOND))).isPresent();
    }

    @Test
    void s5_aNewDesignMakesItAnewOfTheSameFigures() {
        MadeReport<byte[]> made = making.make(learner(null, FIRST)).orElseThrow();
        assertThat(making.isDue(learner(made.key(), FIRST))).isFalse();
        making.printer =
                new SkillReportPrinter() {
                    @Override
                    public String designVersion() {
                        return super.designVersion() + " next";
                    }
                };
        assertThat(making.isDue(learner(made.key(), FIRST))).isTrue();
        MadeReport<byte[]> next = making.make(learner(made.key(), FIRST)).orElseThrow();
        assertThat(next.key()).isNotEqualTo(made.key());
        assertThat(next.csv()).isEqualTo(made.csv());
    }

    @Test
    void s5_anotherVersionMakesItAnew() {
        MadeReport<byte[]> made = making.make(learner(null, FIRST)).orElseThrow();
        SkillReportMaking next =
                new SkillReportMaking() {
                    @Override
                    String version() {
                        return super.version() + " next";
                    }
                };
        next.printer = making.printer;
        assertThat(next.isDue(learner(made.key(), FIRST))).isTrue();
    }

    @Test
    void s7_theFileHoldsTheFiguresAndTheirOrigin() {
        MadeReport<byte[]> made = making.make(learner(null, FIRST, SECOND)).orElseThrow();
        assertThat(new String(made.csv(), StandardCharsets.UTF_8)).contains("\r\n");
        List<CSVRecord> rows = FigureCsv.read(made.csv());
        assertThat(rows).hasSize(9);
        CSVRecord care = rows.get(0);
        assertThat(care.get("learner")).isEqualTo("Linh Nguyễn");
        assertThat(care.get("mean")).isEqualTo("4.00");
        assertThat(care.get("ci95_low")).isEqualTo("1.00");
        assertThat(care.get("data_cutoff")).isEqualTo("2026-11-02T12:00:00Z");
        assertThat(care.get("inputs_sha256"))
                .isEqualTo(
                        Figuring.inputs(learner(null, FIRST, SECOND).sheets(), 0, Standing.NONE)
                                .hex());
        assertThat(rows.get(1).get("ci95_low")).as("not estimable").isEmpty();
    }

    @Test
    void aRotationWithTooLittleContactIsCountedAndMakesAnotherReport() {
        MadeReport<byte[]> before = making.make(learner(null, FIRST)).orElseThrow();
        MadeReport<byte[]> after = making.make(learner(before.key(), 2, FIRST)).orElseThrow();
        CSVRecord row = FigureCsv.read(after.csv()).get(0);
        assertThat(row.get("insufficient_contact")).isEqualTo("2");
        assertThat(row.get("evaluations_in_all")).as("it is in no figure").isEqualTo("1");
    }

    @Test
    void s6_anUnknownFormVersionIsAReason() {
        SubmittedEvaluation e =
                new SubmittedEvaluation(
                        7,
                        1,
                        107,
                        1,
                        "final",
                        9,
                        FIRST.submittedAt(),
                        Answers.ofFinal(FIRST.ratings(), "x", "y", 1));
        assertThatThrownBy(() -> making.make(learner(null, e)))
                .isInstanceOf(UncountableSheet.class)
                .hasMessage(
                        "Evaluation 7 was answered on form final-9, which this portal does not know.");
    }
}
