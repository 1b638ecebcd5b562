package org.preceptorportal.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.reports.Bullets;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.Grid;
import org.preceptorportal.reports.Heading;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.Letterhead;
import org.preceptorportal.reports.Paragraph;
import org.preceptorportal.reports.Ratings;
import org.preceptorportal.reports.Run;

class PlainTextTest {
    @Test
    void saysEveryWordOfThePageAndWraps() {
        String text = PlainText.of(page(), List.of("Signed by Jane Doe, MD on November 22, 2026."));
        assertThat(text.lines()).allMatch(line -> line.length() <= PlainText.WIDTH);
        assertThat(text)
                .contains("Clinic\n1 Oak Street\n(510) 555-0142\n")
                .contains("November 22, 2026")
                .contains("- first\n- second")
                .contains("Takes a history: Mostly (3 of 4) - Needed me for the unusual parts")
                .contains("Procedures: Not observed")
                .contains("Signed by me: 2026 season 3, 2027 season 2")
                .contains("Jane Doe, MD\n")
                .endsWith("\n\nSigned by Jane Doe, MD on November 22, 2026.\n")
                .contains("Hours: 160");
    }

    private static LetterPage page() {
        return new LetterPage(
                LocalDate.of(2026, 11, 22),
                new Letterhead("Clinic", List.of("1 Oak Street"), "(510) 555-0142", "j@x.example"),
                "Jane Doe, MD",
                null,
                "Linh Nguyễn",
                null,
                "Internal Medicine",
                new LetterBody(
                        List.of(
                                new Heading("Skills"),
                                new Ratings(
                                        "q",
                                        "p",
                                        "a",
                                        List.of(
                                                new Ratings.Row(
                                                        "Takes a history",
                                                        3,
                                                        4,
                                                        "Mostly",
                                                        "Needed me for the unusual parts only."),
                                                new Ratings.Row(
                                                        "Procedures", 0, 4, "Not observed", ""))),
                                new Paragraph(List.of(Run.of("I remember a scene. ".repeat(20)))),
                                new Bullets(
                                        false,
                                        List.of(
                                                List.of(Run.of("first")),
                                                List.of(Run.of("second")))),
                                new Grid(
                                        List.of("Letters", "2026 season", "2027 season"),
                                        List.of(List.of("Signed by me", "3", "2"))))),
                List.of(new Fact("Hours", "160")),
                null,
                List.of(),
                null);
    }
}
