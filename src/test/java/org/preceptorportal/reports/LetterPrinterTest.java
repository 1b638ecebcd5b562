package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.judges.VeraPdf;

class LetterPrinterTest {
    private final LetterPrinter printer = new LetterPrinter();

    @ParameterizedTest
    @CsvSource({
        "José Ángel Núñez-Ibáñez,",
        "Nguyễn Thị Hồng Ánh,",
        "Łukasz Żółć,",
        "محمد عبد الرحمن الأحمد,Mohamed Abdelrahman Alahmad",
        "אברהם בן־דוד,Avraham Ben-David",
        "Παναγιώτης Ιωαννίδης,Panagiotis Ioannidis",
        "Олександра Ткаченко,Oleksandra Tkachenko",
        "Sukarno,",
        "O’Connor,"
    })
    void shortLettersConformAndKeepTheName(String name, String latin) {
        byte[] pdf = printer.original(Letters.of(name, latin, Letters.shortBody(name))).pdf();
        PdfText.keep("letter-" + Integer.toHexString(name.hashCode()), pdf);
        conforms(pdf);
        assertThat(PdfText.pages(pdf)).isEqualTo(1);
        String text = PdfText.of(pdf);
        assertThat(text).containsSubsequence(name, "Dear Program Director,", name, "Sincerely,");
        assertThat(text)
                .contains("Signed electronically by María Peña-Lindqvist, MD")
                .contains("Sunday, November 22, 2026 at 5:02 PM EST")
                .contains("K7QF-29TM-XW4D")
                .doesNotContain("1 of 1");
        if (latin != null) {
            assertThat(text.replace("\n", " ")).contains(latin);
        }
    }

    @Test
    void longLetterConformsOnEveryPage() {
        Printed letter =
                printer.original(Letters.of("Linh Nguyễn", null, Letters.longBody("Linh Nguyễn")));
        byte[] pdf = letter.pdf();
        PdfText.keep("letter-long", pdf);
        conforms(pdf);
        assertThat(PdfText.pages(pdf)).isEqualTo(letter.pages()).isEqualTo(3);
        assertThat(PdfText.of(pdf))
                .contains("2 of 3", "3 of 3", "To the Program Director:")
                .doesNotContain("Dear Program Director");
    }

    @Test
    void signatureBlockNeverStandsAlone() {
        String sentence = "This applicant was ready before anyone else and knew every patient. ";
        for (int extra = 0; extra < 24; extra++) {
            List<Block> blocks = new ArrayList<>(Letters.shortBody("Sukarno").blocks());
            for (int i = 0; i < extra; i++) {
                blocks.add(new Paragraph(List.of(Run.of(sentence.repeat(2)))));
            }
            blocks.add(new Paragraph(List.of(Run.of(sentence.repeat(4) + "The end."))));
            byte[] pdf =
                    printer.original(Letters.of("Sukarno", null, new LetterBody(blocks))).pdf();
            assertThat(PdfText.of(pdf).split("\f"))
                    .filteredOn(page -> page.contains("Signed electronically"))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("The end.", "Sincerely,", "About this letter", "waived");
        }
    }

    @Test
    void uploadCopyIsFlatSmallAndOnLetterPaper() throws IOException {
        byte[] pdf =
                printer.uploadCopy(Letters.of("Linh Nguyễn", null, Letters.longBody("Linh Nguyễn")))
                        .pdf();
        PdfText.keep("letter-copy", pdf);
        conforms(pdf);
        assertThat(pdf).hasSizeLessThan(500_000);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.7")
                .doesNotContain("/AcroForm", "/Sig", "/Encrypt", "/Perms", "/Annots");
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                Rectangle size = reader.getPageSize(page);
                assertThat(size.getWidth()).isEqualTo(612);
                assertThat(size.getHeight()).isEqualTo(792);
            }
        }
        assertThat(PdfText.of(pdf))
                .contains("https://portal.example.org/verify", "K7QF-29TM-XW4D")
                .contains("Copy for upload");
    }

    @Test
    void samePageGivesSameBytes() {
        LetterPage page =
                Letters.of("محمد عبد الرحمن", "Mohamed", Letters.shortBody("محمد عبد الرحمن"));
        byte[] first = printer.original(page).pdf();
        printer.original(Letters.of("Other", null, Letters.shortBody("Other")));
        assertThat(printer.original(page).pdf()).isEqualTo(first);
        assertThat(printer.uploadCopy(page).pdf()).isNotEqualTo(first);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        List<LetterPage> pages = new ArrayList<>();
        List<byte[]> alone = new ArrayList<>();
        for (String name : List.of("Łukasz Żółć", "אברהם בן־דוד", "Παναγιώτης", "محمد")) {
            pages.add(Letters.of(name, null, Letters.shortBody(name)));
            alone.add(printer.original(pages.get(pages.size() - 1)).pdf());
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> together = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                LetterPage page = pages.get(i % pages.size());
                together.add(threads.submit(() -> printer.original(page).pdf()));
            }
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % alone.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void draftSaysSoAndHasNoOriginal() {
        LetterPage draft = Letters.draft(Letters.of("Sukarno", null, Letters.shortBody("Sukarno")));
        byte[] pdf = printer.preview(draft).pdf();
        PdfText.keep("letter-draft", pdf);
        conforms(pdf);
        assertThat(PdfText.of(pdf))
                .contains("Draft – not signed")
                .doesNotContain("Signed electronically");
        assertThatThrownBy(() -> printer.original(draft))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> printer.uploadCopy(draft))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void emptyBodyIsAPageAllTheSame() {
        LetterPage page = Letters.draft(Letters.of("Sukarno", null, new LetterBody(List.of())));
        assertThat(PdfText.of(printer.preview(page).pdf()))
                .containsSubsequence("Dear Program Director,", "Sincerely,");
    }

    @Test
    void unprintableCharacterIsRefusedWithItsPlace() {
        LetterPage name = Letters.of("ខេមរា", null, Letters.shortBody("x"));
        assertThatThrownBy(() -> printer.original(name))
                .isInstanceOf(UnprintableText.class)
                .hasMessage("No font for U+1781 (KHMER LETTER KHA) in learnerName");
        LetterPage body = Letters.of("Sukarno", null, Letters.shortBody("great \uD83D\uDE00"));
        assertThatThrownBy(() -> printer.original(body))
                .isInstanceOfSatisfying(
                        UnprintableText.class,
                        e -> {
                            assertThat(e.codePoint()).isEqualTo(0x1F600);
                            assertThat(e.place()).isEqualTo("body, block 1");
                        });
    }

    private static void conforms(byte[] pdf) {
        assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
    }

    @Test
    void printsAllAuthorsInTheirOrder() throws Exception {
        LetterPage one = Letters.of("Linh Nguyễn", null, Letters.shortBody("Linh Nguyễn"));
        List<SignedBy> authors = new ArrayList<>(one.signedBy());
        for (int i = 2; i <= 5; i++) {
            authors.add(
                    new SignedBy(
                            "Author " + i + ", MD",
                            "Department chair\nAttending Physician",
                            "I am an author of this letter and agree with every word of it",
                            null,
                            ZoneId.of("America/New_York")));
        }
        byte[] pdf = printer.original(Letters.signedBy(one, authors)).pdf();
        PdfText.keep("letter-five-authors", pdf);
        assertThat(VeraPdf.failures(pdf, "2a")).isEmpty();
        assertThat(VeraPdf.failures(pdf, "ua1")).isEmpty();
        assertThat(PdfText.of(pdf))
                .containsSubsequence("María", "Author 2", "Author 3", "Author 4", "Author 5");
        byte[] draft =
                printer.preview(
                                Letters.signedBy(
                                        Letters.draft(one),
                                        authors.stream()
                                                .map(
                                                        a ->
                                                                new SignedBy(
                                                                        a.name(),
                                                                        a.title(),
                                                                        a.meaning(),
                                                                        null,
                                                                        a.zone()))
                                                .toList()))
                        .pdf();
        assertThat(PdfText.of(draft)).contains("Draft", "Author 5").doesNotContain("Signed elec");
    }
}
