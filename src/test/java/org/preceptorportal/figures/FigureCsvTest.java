package org.preceptorportal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.store.Sha256;

/** FG-4: reports of all kinds are written in one place. */
class FigureCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+2|cmd", "@SUM(A1)", "\t=1", "\r=1", "%x", "＝1"})
    void noNameIsAFormulaAndNumbersStayNumbers(String evil) {
        CSVRecord row =
                FigureCsv.read(
                                FigureCsv.write(
                                        List.of("name", "leniency", "n"),
                                        List.of(List.of(evil, "-0.25", 3))))
                        .get(0);
        assertThat(row.toList()).containsExactly("'" + evil, "-0.25", "3");

        LearnerFigures figures =
                Figuring.learner(
                        List.of(Pages.sheet(Pages.FORM, 1, 11, false, 3, 4, 3)), 0, Standing.NONE);
        assertThat(FigureCsv.read(LearnerCsv.of(evil, evil, figures, Sha256.ofInputs("x"))))
                .allSatisfy(
                        line ->
                                assertThat(line.toList().subList(0, 2))
                                        .containsExactly("'" + evil, "'" + evil));
    }
}
