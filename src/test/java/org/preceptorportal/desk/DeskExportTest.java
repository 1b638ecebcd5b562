package org.preceptorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** DE-6. */
class DeskExportTest {
    @Test
    void noCellBeginsAFormula() {
        for (String evil : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|x"}) {
            assertThat(DeskExport.text(evil)).isEqualTo("'" + evil);
        }
        assertThat(DeskExport.text("Ana-María = fine")).isEqualTo("Ana-María = fine");
    }

    @Test
    void numbersAndDatesStayWhatTheyAre() {
        assertThat(DeskExport.text(-3)).isEqualTo("-3");
        assertThat(DeskExport.text(null)).isEmpty();
        assertThat(DeskExport.text(LocalDate.of(2026, 11, 22))).isEqualTo("2026-11-22");
        assertThat(DeskExport.text(LocalDateTime.of(2026, 11, 22, 17, 0)))
                .isEqualTo("2026-11-22 17:00");
    }
}
