package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.judges.VeraPdf;

class TaggedCanvasTest {
    private static final Style BODY = Style.serif(11).space(0, 8);

    private static Sheet sheet(String title) {
        return new Sheet(
                title,
                "María Peña",
                Instant.parse("2026-11-22T22:02:00Z"),
                72,
                64,
                72,
                "Running head",
                "Foot line",
                "{0} of {1}");
    }

    private static byte[] everything() {
        TaggedCanvas canvas = new TaggedCanvas(sheet("Everything & more"));
        canvas.heading(1, "Clinical skills", Style.serif(20).space(0, 6));
        canvas.rule(.6f, Style.LINE, 2, 8);
        canvas.facts(
                List.of(
                        new Fact("Role", "Attending physician"),
                        new Fact("Setting", "Inpatient"),
                        new Fact("Dates", "Oct 5 to Oct 30, 2026"),
                        new Fact("Hours", "160")));
        canvas.heading(2, "History taking", Style.serif(14).space(12, 4));
        for (int i = 0; i < 30; i++) {
            canvas.paragraph(
                    List.of(
                            Run.of("She was ready before anyone else and knew "),
                            new Run("every patient", true, false),
                            Run.of(" by name. "),
                            new Run("AVATAR To We Ty", false, true),
                            Run.of(
                                    " She read the chart, examined the patient, and gave the team"
                                            + " a plan that we followed without changes.")),
                    BODY);
        }
        canvas.list(false, List.of(List.of(Run.of("One")), List.of(Run.of("Two"))), BODY);
        canvas.list(true, List.of(List.of(Run.of("First")), List.of(Run.of("Second"))), BODY);
        List<Table.Column> columns =
                List.of(
                        new Table.Column("Domain", 3, Style.Align.START),
                        new Table.Column("n", 1, Style.Align.RIGHT),
                        new Table.Column("Mean with interval", 3, Style.Align.START));
        List<List<Table.Cell>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(
                    List.of(
                            Table.rowHead("Domain " + i),
                            i == 3 ? Table.text("") : Table.text("" + i),
                            new Table.DrawnCell(
                                    "Mean 3.9, from 3.5 to 4.3",
                                    9,
                                    pen -> {
                                        pen.line(20, 4.5f, 90, 4.5f, 1, Style.SOFT);
                                        pen.dot(55, 4.5f, 2.5f, Style.ACCENT);
                                    })));
        }
        canvas.heading(2, "Figures", Style.serif(14).space(12, 4));
        canvas.table(new Table(columns, rows));
        canvas.figure(
                "A line that rises",
                60,
                pen -> {
                    pen.frame(0, 0, 200, 60, .5f, Style.LINE);
                    pen.dashed(0, 60, 200, 0, 1, Style.ACCENT, 3);
                    pen.text(100, 20, "≥ 3 rises →", Style.sans(8).align(Style.Align.CENTER));
                });
        return canvas.close();
    }

    @Test
    void everyBlockConformsToPdfA2aAndPdfUa1() {
        byte[] pdf = everything();
        PdfText.keep("canvas", pdf);
        assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
    }

    @Test
    void sameBlocksGiveSameBytes() {
        assertThat(everything()).isEqualTo(everything());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "José Ángel Núñez-Ibáñez",
                "Nguyễn Thị Hồng Ánh",
                "Łukasz Żółć",
                "محمد عبد الرحمن الأحمد",
                "אברהם בן־דוד",
                "Παναγιώτης Ιωαννίδης",
                "Олександра Ткаченко",
                "Sukarno",
                "O’Connor"
            })
    void namesInSentencesComeBackWhole(String name) {
        TaggedCanvas canvas = new TaggedCanvas(sheet(name));
        canvas.paragraph("It is a pleasure to recommend " + name + " to your program.", BODY);
        canvas.paragraph("She was ready before anyone else and knew every patient.", BODY);
        canvas.paragraph(name, BODY.strong());
        canvas.paragraph(name, BODY.slanted());
        byte[] pdf = canvas.close();
        PdfText.keep("name-" + Integer.toHexString(name.hashCode()), pdf);
        assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
        assertThat(PdfText.of(pdf)).containsSubsequence("recommend", name, name, name);
    }

    @Test
    void characterWithoutGlyphIsRefusedByName() {
        TaggedCanvas canvas = new TaggedCanvas(sheet("x"));
        assertThatThrownBy(() -> canvas.paragraph("Snow ☃", BODY))
                .isInstanceOfSatisfying(
                        UnprintableText.class,
                        e -> {
                            assertThat(e.codePoint()).isEqualTo(0x2603);
                            assertThat(e.characterName()).isEqualTo("SNOWMAN");
                        });
        assertThatThrownBy(() -> Typesetter.check("ខ្មែរ", "learnerName"))
                .isInstanceOf(UnprintableText.class)
                .hasMessageContaining("U+1781")
                .hasMessageContaining("learnerName");
        assertThatThrownBy(() -> Typesetter.check("fine 😀", "body"))
                .hasMessageContaining("U+1F600");
    }
}
