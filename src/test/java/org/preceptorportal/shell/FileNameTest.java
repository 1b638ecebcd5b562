package org.preceptorportal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Also PK-7. */
class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Linh Nguyễn | Nguyen_Linh",
                "Sukarno | Sukarno",
                "Mohammed Abdulrahman Al-Ahmad | Al-Ahmad_Mohammed_Abdulrahman",
                "María José García Márquez | Marquez_Maria_Jose_Garcia",
                "Łukasz Żółkiewski | Zolkiewski_Lukasz",
                "Seán Ó Súilleabháin | Suilleabhain_Sean_O",
                "Þórdís Björnsdóttir | Bjornsdottir_Thordis",
                "Zeynep Yıldırım | Yildirim_Zeynep",
                "Jean-Luc D’Amboise | DAmboise_Jean-Luc",
                "Martin Luther King Jr. | King_Martin_Luther_Jr",
                "María Peña-Lindqvist, MD | Pena-Lindqvist_Maria",
                "محمد عبد الرحمن | L0004",
                "../../etc/passwd | etc_passwd",
            })
    void putsTheFamilyNameFirstInPlainAscii(String name, String file) {
        assertThat(FileName.person(name, "L0004")).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "José Núñez | Jose_Nunez",
                "Łukasz Żółkiewski, MD, PhD | Lukasz_Zolkiewski",
                "محمد عبد الرحمن | L0004",
            })
    void writesANameInPlainAscii(String name, String file) {
        assertThat(FileName.asWritten(name, "L0004")).isEqualTo(file);
    }

    @Test
    void givesEachFileANameOfItsOwn() {
        FileName names = new FileName();
        assertThat(names.unique("originals/", "Smith_John", ".pdf"))
                .isEqualTo("originals/Smith_John.pdf");
        assertThat(names.unique("originals/", "smith_john", ".pdf"))
                .as("a file system may not tell capitals")
                .isEqualTo("originals/smith_john_2.pdf");
        assertThat(names.unique("", "Smith_John", ".pdf")).isEqualTo("Smith_John.pdf");
    }
}
