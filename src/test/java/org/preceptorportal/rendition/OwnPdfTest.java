package org.preceptorportal.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.preceptorportal.preflight.PdfIntake;
import org.preceptorportal.preflight.SamplePdf;
import org.preceptorportal.reports.SealSlot;
import org.preceptorportal.reports.VerifyLine;

class OwnPdfTest {
    private static final VerifyLine VERIFY =
            new VerifyLine("https://portal.example.org/verify", "K7QF-29TM-XW4D");

    @Test
    void uploadCopySaysAtAFreeFootWhereTheOriginalIsChecked() throws IOException {
        byte[] copy = VerifyStamp.on(SamplePdf.pages(2, PDRectangle.LETTER), VERIFY);
        assertThat(text(copy))
                .containsSubsequence("K7QF-29TM-XW4D", "K7QF-29TM-XW4D")
                .contains("https://portal.example.org/verify");
        assertThat(pages(copy)).isEqualTo(2);
        assertThat(copy.length).isLessThan(500_000);
    }

    @Test
    void takesAPageMoreWhereTheFootIsNotFree() throws IOException {
        byte[] full =
                SamplePdf.with(
                        d -> {
                            try (PDPageContentStream pen =
                                    new PDPageContentStream(
                                            d, d.getPage(0), AppendMode.APPEND, true, true)) {
                                pen.addRect(100, 5, 300, 12);
                                pen.fill();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        byte[] copy = VerifyStamp.on(full, VERIFY);
        assertThat(pages(copy)).isEqualTo(2);
        assertThat(text(copy)).contains("K7QF-29TM-XW4D");
    }

    @Test
    void aSealIsAppendedWithoutTouchingAByte() throws IOException {
        byte[] demo = OwnPdfTest.class.getResourceAsStream("/demo/own-letter.pdf").readAllBytes();
        for (byte[] brought : List.of(SamplePdf.letter(), classic(), demo)) {
            SealSlot slot = SealSlot.open(brought, "Jane Doe", "I wrote it.", Instant.EPOCH, 2000);
            byte[] sealed = slot.close(new byte[100]);
            assertThat(Arrays.copyOf(sealed, brought.length)).isEqualTo(brought);
            try (PDDocument document = Loader.loadPDF(sealed)) {
                assertThat(document.getSignatureDictionaries()).hasSize(1);
                assertThat(document.getNumberOfPages()).isEqualTo(1);
            }
            assertThat(text(sealed)).isEqualTo(text(brought));
        }
    }

    @Test
    void theDemosOwnLetterIsHarmless() throws IOException {
        byte[] demo = OwnPdfTest.class.getResourceAsStream("/demo/own-letter.pdf").readAllBytes();
        assertThat(new PdfIntake().check(demo, new PdfIntake.Limits(1_000_000, 2)).pages())
                .isEqualTo(1);
    }

    private static byte[] classic() throws IOException {
        try (PDDocument document = Loader.loadPDF(SamplePdf.letter());
                var out = new java.io.ByteArrayOutputStream()) {
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
