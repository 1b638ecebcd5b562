package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.judges.VeraPdf;

class StructuredLetterTest {
    private final LetterPrinter printer = new LetterPrinter();

    @Test
    void answersConformAndReadAsATable() {
        byte[] pdf = printer.original(Letters.of("Linh Nguyễn", null, body("Works well."))).pdf();
        PdfText.keep("letter-structured", pdf);
        assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
        assertThat(PdfText.of(pdf))
                .contains(
                        "Standardized letter", "Question", "Mostly", "Not observed", "Signed by me")
                .doesNotContain("Dear Program Director", "Sincerely");
        assertThat(PdfText.pages(pdf)).isEqualTo(2);
    }

    @Test
    void namesThePlaceOfACharacterThatCannotBePrinted() {
        LetterPage page = Letters.of("Linh Nguyễn", null, body("A \uE123 rune"));
        assertThatThrownBy(() -> printer.original(page))
                .isInstanceOf(UnprintableText.class)
                .hasMessageContaining("body");
    }

    private static LetterBody body(String meaning) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading("Standardized letter for emergency medicine"));
        for (int part = 1; part <= 3; part++) {
            blocks.add(new Heading("Part " + part));
            List<Ratings.Row> rows = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                rows.add(
                        i == 4
                                ? new Ratings.Row("Does procedures", 0, 4, "Not observed", "")
                                : new Ratings.Row(
                                        "Takes a focused history and examines",
                                        1 + i % 4,
                                        4,
                                        "Mostly",
                                        meaning));
            }
            blocks.add(new Ratings("Question", "Place", "Answer", rows));
        }
        blocks.add(new Heading("In my own words"));
        blocks.add(new Paragraph(List.of(Run.of("A scene that I remember. ".repeat(12)))));
        blocks.add(new Heading("My letters of this kind"));
        blocks.add(
                new Grid(
                        List.of("Letters", "2026 season", "2027 season"),
                        List.of(
                                List.of("Signed by me", "3", "2"),
                                List.of("of them: Upper third", "1", "2"))));
        return new LetterBody(blocks);
    }
}
