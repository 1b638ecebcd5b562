package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PRIndirectReference;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPageLabels;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.SimpleBookmark;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.judges.Qpdf;
import org.preceptorportal.reports.ApplicantFilePage.Letter;
import org.preceptorportal.reports.ApplicantFilePage.Missing;

class ApplicantFilePrinterTest {
    private static final ApplicantFilePrinter PRINTER = new ApplicantFilePrinter();
    private static final byte[] LETTER =
            new LetterPrinter()
                    .uploadCopy(Letters.of("Linh Nguyễn", null, Letters.shortBody("Linh Nguyễn")))
                    .pdf();

    @Test
    void bindsLettersAndReportBehindACover() throws IOException {
        var bound = PRINTER.print(page(List.of(letter(LETTER), letter(LETTER)), List.of()));

        try (PdfReader pdf = new PdfReader(bound.pdf())) {
            int one = PdfText.pages(LETTER);
            assertThat(bound.pages()).isEqualTo(pdf.getNumberOfPages()).isEqualTo(1 + 3 * one);
            assertThat(SimpleBookmark.getBookmarkList(pdf))
                    .extracting(b -> (Object) ((Map<?, ?>) b).get("Title"))
                    .containsExactly(
                            "Cover",
                            "Letter from María Peña-Lindqvist, MD",
                            "Letter from María Peña-Lindqvist, MD",
                            "Clinical-skill report");
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1))
                    .contains("Linh", "2 letters", "K7QF-29TM-XW4D", "Nothing is left out");
        }
        assertSound(bound.pdf(), "applicant-file.pdf");
    }

    @Test
    void theCoverSaysWhatIsLeftOutAndWhy() throws IOException {
        var page =
                new ApplicantFilePage(
                        "محمد عبد الرحمن الأحمد",
                        "Mohammed Abdulrahman Al-Ahmad",
                        null,
                        "Cairo University Kasr Al-Ainy",
                        "Internal Medicine Residency",
                        "Northgate General Hospital",
                        "2027 season",
                        Instant.parse("2026-11-22T22:02:00Z"),
                        List.of(letter(LETTER)),
                        null,
                        true,
                        false,
                        List.of(
                                new Missing(
                                        "Letter from Ada Byron, MD",
                                        "The stored file is damaged; the portal's administrator has been told.")));
        var bound = PRINTER.print(page);

        try (PdfReader pdf = new PdfReader(bound.pdf())) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1))
                    .contains("Left out", "Ada Byron", "damaged", "could not be included")
                    .doesNotContain("Nothing is left out");
        }
        assertSound(bound.pdf(), "applicant-file-missing.pdf");
    }

    @Test
    void tellsWhereLettersStandThatGoByAService() throws IOException {
        var page =
                new ApplicantFilePage(
                        "Linh Nguyễn",
                        "",
                        "13500000",
                        "University of Medicine and Pharmacy at Ho Chi Minh City",
                        "Internal Medicine Residency",
                        "Northgate General Hospital",
                        "2027 season",
                        Instant.parse("2026-11-22T22:02:00Z"),
                        List.of(
                                new Letter(
                                        "Ada Byron, MD",
                                        LocalDate.of(2026, 11, 22),
                                        true,
                                        "K7QF-29TM-XW4D",
                                        null,
                                        "Uploaded to ERAS on Nov 23, 2026")),
                        LETTER,
                        true,
                        true,
                        List.of());
        var bound = PRINTER.print(page);
        try (PdfReader pdf = new PdfReader(bound.pdf())) {
            assertThat(SimpleBookmark.getBookmarkList(pdf))
                    .extracting(b -> (Object) ((Map<?, ?>) b).get("Title"))
                    .containsExactly("Cover", "Clinical-skill report");
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1))
                    .contains("Ada Byron", "Uploaded to ERAS on", "none");
            assertThat(PdfPageLabels.getPageLabels(pdf)).startsWith("i", "R-1");
        }
        assertSound(bound.pdf(), "applicant-file-eras.pdf");
    }

    @Test
    void labelsPagesByLetterAndReport() throws IOException {
        var bound = PRINTER.print(page(List.of(letter(LETTER), letter(LETTER)), List.of()));
        try (PdfReader pdf = new PdfReader(bound.pdf())) {
            assertThat(PdfPageLabels.getPageLabels(pdf))
                    .startsWith("i", "L1-1")
                    .contains("L2-1", "R-1");
        }
    }

    @Test
    void givesTheSameBytesForTheSamePage() {
        var page = page(List.of(letter(LETTER)), List.of());
        assertThat(PRINTER.print(page).pdf()).isEqualTo(PRINTER.print(page).pdf());
    }

    @Test
    void namesThePartThatCannotBeRead() {
        byte[] broken = "%PDF-1.7 and then nothing".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(
                        () ->
                                PRINTER.print(
                                        page(List.of(letter(LETTER), letter(broken)), List.of())))
                .isInstanceOfSatisfying(
                        UnreadablePart.class, e -> assertThat(e.index()).isEqualTo(1));
    }

    @Test
    void readsOnlyWhatIsBoundAndGivesTheSame() throws IOException {
        assertThat(bound(Bundle.Part.of(LETTER))).isEqualTo(bound(Bundle.Part.whole(LETTER)));
    }

    @Test
    void doesNotBelieveANumberOfPages() throws IOException {
        String text = new String(LETTER, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("/Count 1");
        byte[] wrong = text.replace("/Count 1", "/Count 7").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Bundle.Part.of(wrong).pages()).isEqualTo(1);
    }

    @Test
    void mendsAPartWhosePagesAreNotWhereItSays() throws IOException {
        int content;
        try (PdfReader pdf = new PdfReader(LETTER)) {
            content = ((PRIndirectReference) pdf.getPageN(1).get(PdfName.CONTENTS)).getNumber();
        }
        String text = new String(LETTER, StandardCharsets.ISO_8859_1);
        int table = text.lastIndexOf("\nxref\n");
        int entry = text.indexOf("0000000000 65535 f", table) + 20 * content;
        byte[] wrong = LETTER.clone();
        wrong[entry + 9] = (byte) (wrong[entry + 9] == '9' ? '8' : wrong[entry + 9] + 1);
        var mended = PRINTER.print(page(List.of(letter(wrong)), List.of()));
        assertThat(mended.pages()).isEqualTo(3);
        assertSound(mended.pdf(), "applicant-file-mended.pdf");
        try (PdfReader pdf = new PdfReader(mended.pdf())) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(2)).contains("Linh");
        }
    }

    private static byte[] bound(Bundle.Part part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Bundle bundle = new Bundle(out)) {
            bundle.append(part);
        }
        return withoutId(out.toByteArray());
    }

    /** The library's own file id and times are of the moment. */
    private static byte[] withoutId(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.lastIndexOf("/ID"))
                .replaceAll("D:[0-9]+", "D:")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ApplicantFilePage page(List<Letter> letters, List<Missing> missing) {
        return new ApplicantFilePage(
                "Linh Nguyễn",
                "",
                "13500000",
                "University of Medicine and Pharmacy at Ho Chi Minh City",
                "Internal Medicine Residency",
                "Northgate General Hospital",
                "2027 season",
                Instant.parse("2026-11-22T22:02:00Z"),
                letters,
                LETTER,
                true,
                false,
                missing);
    }

    private static Letter letter(byte[] pdf) {
        return new Letter(
                "María Peña-Lindqvist, MD",
                LocalDate.of(2026, 11, 22),
                true,
                "K7QF-29TM-XW4D",
                pdf,
                null);
    }

    private static void assertSound(byte[] pdf, String name) throws IOException {
        Path file = Path.of("target", "paper", name);
        Files.createDirectories(file.getParent());
        Files.write(file, pdf);
        assertThat(Qpdf.check(file)).matches(Qpdf::sound, "qpdf finds no fault");
    }
}
