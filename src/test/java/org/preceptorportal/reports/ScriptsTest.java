package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.judges.VeraPdf;

/**
 * Names in their own letters. What was drawn is compared with the pictures under {@code
 * src/test/resources/scripts}, each of which was looked at before it was kept. A new or another
 * picture is left in {@code target/paper}: look at it, then copy it there.
 */
class ScriptsTest {
    private static final Style BODY = Style.serif(11).space(0, 6);
    private static final int DPI = 120;

    /** Of 255: another JDK smooths edges a little otherwise. */
    private static final int SHADE = 48;

    /** Of ten thousand pixels. */
    private static final int STRAYS = 5;

    private final LetterPrinter letters = new LetterPrinter();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "vietnamese,Nguyễn Thị Hồng Ánh",
        "polish,Łukasz Żółć-Brzęczyszczykiewicz",
        "arabic,محمد عبد الرحمن الأحمد",
        "hebrew,אברהם בן־דוד",
        "devanagari,कृष्णमूर्ति क्षत्रिय श्रीवास्तव",
        "chinese,欧阳修文 歐陽修文",
        "korean,김서연 남궁민수",
        "japanese,さとう 佐藤ユウキ",
        "yoruba,Ọlábísí Adékúnlé Ọ̀ṣọ́ Ẹ̀bùn"
    })
    void namesLookAsReviewedAndComeBackWhole(String script, String name) throws IOException {
        byte[] pdf = specimen(name);
        PdfText.keep("script-" + script, pdf);
        assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
        assertThat(PdfText.of(pdf)).containsSubsequence("recommend", name, name, name, name);
        assertThat(stripped(pdf)).containsSubsequence("recommend", name, name, name, name);
        looksAsReviewed(script, pdf);
    }

    /** Readers disagree on the order of vowel signs: only the pictures are judged. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"arabic-vowels,مُحَمَّد", "hebrew-points,שָׁלוֹם"})
    void vowelSignsStandWhereTheyBelong(String script, String name) throws IOException {
        looksAsReviewed(script, specimen(name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "vietnamese,Nguyễn Thị Hồng Ánh,",
        "polish,Łukasz Żółć-Brzęczyszczykiewicz,",
        "arabic,محمد عبد الرحمن الأحمد,Mohamed Abdelrahman Alahmad",
        "hebrew,אברהם בן־דוד,Avraham Ben-David",
        "devanagari,कृष्णमूर्ति श्रीवास्तव,Krishnamurti Shrivastava",
        "chinese,欧阳修文,Xiuwen Ouyang",
        "korean,남궁민수,Minsu Namgung",
        "japanese,佐藤ユウキ,Yuki Sato",
        "yoruba,Ọlábísí Ọ̀ṣọ́,"
    })
    void letterFileAndReportKeepTheName(String script, String name, String latin)
            throws IOException {
        LetterPage page = Letters.of(name, latin, Letters.shortBody(name));
        byte[] letter = letters.original(page).pdf();
        byte[] copy = letters.uploadCopy(page).pdf();
        byte[] report = new SkillReportPrinter().print(SkillReportPrinterTest.page(name, latin, 2));
        PdfText.keep("script-letter-" + script, letter);
        PdfText.keep("script-report-" + script, report);
        for (byte[] pdf : List.of(letter, copy, report)) {
            assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
            assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
            assertThat(PdfText.of(pdf)).contains(name);
            assertThat(stripped(pdf)).contains(name);
        }
        assertThat(letters.original(page).pdf()).isEqualTo(letter);
        assertThat(copy.length).isLessThan(100_000);
    }

    @Test
    void chineseBreaksBetweenCharactersAndKoreanBetweenWords() {
        float width = 5 * 11 + 1;
        assertThat(lines("北京大學第一醫院。", width)).containsExactly("北京大學第", "一醫院。");
        assertThat(lines("서울대학교 병원에서", width)).containsExactly("서울대학교 ", "병원에서");
    }

    private static List<String> lines(String text, float width) {
        return Typesetter.set(List.of(Run.of(text)), Style.serif(11), width).stream()
                .map(
                        line ->
                                line.pieces().stream()
                                        .map(Line.Piece::shown)
                                        .collect(Collectors.joining()))
                .toList();
    }

    private static byte[] specimen(String name) {
        TaggedCanvas canvas =
                new TaggedCanvas(
                        new Sheet(
                                name,
                                name,
                                Instant.parse("2026-11-22T22:02:00Z"),
                                72,
                                64,
                                72,
                                null,
                                null,
                                "{0} of {1}"));
        canvas.paragraph(
                "It is a pleasure to recommend " + name + " (class of 2026) to you.", BODY);
        canvas.paragraph(name, BODY.strong());
        canvas.paragraph(name, Style.sans(8).space(0, 4));
        canvas.paragraph(name, Style.serif(22).slanted());
        // A reader takes the direction of a page from most of its words.
        canvas.paragraph(
                "I worked with this applicant on twenty days of an inpatient elective and read every"
                        + " note. Presentations were ordered, honest about what was not known, and"
                        + " ended with a plan that we followed.",
                BODY);
        return canvas.close();
    }

    private static void looksAsReviewed(String script, byte[] pdf) throws IOException {
        BufferedImage drawn = crop(pdf);
        Path left = Path.of("target/paper/" + script + ".png");
        ImageIO.write(drawn, "png", left.toFile());
        try (InputStream in =
                ScriptsTest.class.getResourceAsStream("/scripts/" + script + ".png")) {
            assertThat(in)
                    .as("a reviewed picture for %s; the new one is %s", script, left)
                    .isNotNull();
            assertThat(strays(drawn, ImageIO.read(in)))
                    .as("pixels that differ from the reviewed picture; compare with %s", left)
                    .isLessThan(drawn.getWidth() * drawn.getHeight() * STRAYS / 10_000);
        }
    }

    private static int strays(BufferedImage drawn, BufferedImage reviewed) {
        assertThat(drawn.getWidth()).isEqualTo(reviewed.getWidth());
        assertThat(drawn.getHeight()).isEqualTo(reviewed.getHeight());
        int strays = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                int was = reviewed.getRaster().getSample(x, y, 0);
                if (Math.abs(drawn.getRaster().getSample(x, y, 0) - was) > SHADE) {
                    strays++;
                }
            }
        }
        return strays;
    }

    /** The four lines with the name. */
    private static BufferedImage crop(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page =
                    new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
            return page.getSubimage(points(66), points(60), points(480), points(90));
        }
    }

    private static int points(int points) {
        return points * DPI / 72;
    }

    /** What PDFBox reads; it sees spaces beside marks that hang over. */
    private static String stripped(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Normalizer.normalize(
                            new PDFTextStripper().getText(document), Normalizer.Form.NFC)
                    .replaceAll(" +", " ");
        }
    }
}
