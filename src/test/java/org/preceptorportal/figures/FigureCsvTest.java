package org.preceptorportal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
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

    /** S7: files that were made before must come out byte for byte. */
    @Test
    void s7_twoDecimalsAreThoseOfJavasOwnFormat() {
        Random random = new Random(40518);
        DoubleStream.of(
                        0,
                        -0.0,
                        .001,
                        .005,
                        .01,
                        .995,
                        .9949999,
                        1.005,
                        2.675,
                        4.995,
                        5,
                        999_999.995)
                .forEach(FigureCsvTest::sameAsFormat);
        for (int i = 0; i < 20_000; i++) {
            // Means of whole marks, means of means, ties, what a model estimates.
            sameAsFormat(random.nextInt(100) / (1.0 + random.nextInt(60)));
            sameAsFormat((1 + random.nextInt(4000) / 1000.0 + random.nextInt(5)) / 2);
            sameAsFormat((random.nextInt(2000) + .5) / 100);
            sameAsFormat(random.nextGaussian() * 3);
        }
    }

    private static void sameAsFormat(double value) {
        assertThat(FigureCsv.two(value)).isEqualTo(String.format(Locale.ROOT, "%.2f", value));
    }
}
