package org.preceptorportal.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.preceptorportal.preflight.SamplePdf.annotation;
import static org.preceptorportal.preflight.SamplePdf.catalog;
import static org.preceptorportal.preflight.SamplePdf.dictionary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.preceptorportal.preflight.PdfNotAccepted.Reason;

class PdfIntakeTest {
    private static final PdfIntake.Limits LIMITS = new PdfIntake.Limits(200_000, 3);

    private final PdfIntake intake = new PdfIntake();

    @Test
    void takesAPlainLetterAndSaysWhatItIsLike() {
        assertThat(intake.check(SamplePdf.letter(), LIMITS)).isEqualTo(new PdfFacts(1, 612, 792));
    }

    @Test
    void seesATurnedPageAsPeopleDo() {
        byte[] turned = SamplePdf.with(document -> document.getPage(0).setRotation(90));
        assertThat(intake.check(turned, LIMITS)).isEqualTo(new PdfFacts(1, 792, 612));
    }

    @Test
    void takesLinksAndPlainForms() {
        COSDictionary link = dictionary("Subtype", "/Link");
        link.setItem(COSName.A, dictionary("S", "/URI", "URI", "https://example.org"));
        assertThat(intake.check(annotation(link), LIMITS).pages()).isEqualTo(1);
        byte[] form = SamplePdf.with(d -> d.getDocumentCatalog().setAcroForm(new PDAcroForm(d)));
        assertThat(intake.check(form, LIMITS).pages()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoPdf() {
        refused(new byte[0], Reason.EMPTY);
        refused("Dear committee".getBytes(StandardCharsets.UTF_8), Reason.NOT_PDF);
        refused(
                join("GIF89a".getBytes(StandardCharsets.UTF_8), SamplePdf.letter()),
                Reason.NOT_PDF);
        byte[] letter = SamplePdf.letter();
        refused(Arrays.copyOf(letter, letter.length / 2), Reason.NOT_PDF);
        refused("%PDF-1.7\nnothing\n%%EOF".getBytes(StandardCharsets.UTF_8), Reason.DAMAGED);
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThatThrownBy(() -> intake.check(SamplePdf.letter(), new PdfIntake.Limits(500, 3)))
                .isInstanceOfSatisfying(
                        PdfNotAccepted.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo(Reason.TOO_BIG);
                            assertThat(e.arguments()).hasSize(2).contains("1 KB");
                        });
        refused(SamplePdf.pages(4, PDRectangle.LETTER), Reason.TOO_MANY_PAGES);
    }

    @Test
    void refusesProtection() {
        refused(SamplePdf.encrypted("secret"), Reason.ENCRYPTED);
        refused(SamplePdf.encrypted(""), Reason.ENCRYPTED);
    }

    @Test
    void refusesScriptsWhereverTheyHide() {
        COSDictionary script = dictionary("S", "/JavaScript", "JS", "app.alert(1)");
        refused(catalog("OpenAction", script), Reason.SCRIPT);
        COSDictionary names = new COSDictionary();
        names.setItem("JavaScript", new COSDictionary());
        refused(catalog("Names", names), Reason.SCRIPT);
        COSDictionary link = dictionary("Subtype", "/Link");
        link.setItem(COSName.A, script);
        refused(annotation(link), Reason.SCRIPT);
        // Behind an action that is harmless itself.
        COSDictionary first = dictionary("S", "/URI", "URI", "https://example.org");
        first.setItem("Next", script);
        link.setItem(COSName.A, first);
        refused(annotation(link), Reason.SCRIPT);
    }

    @Test
    void refusesActionsThatLeaveThePage() {
        refused(catalog("OpenAction", dictionary("S", "/Launch", "F", "calc.exe")), Reason.ACTION);
        refused(
                catalog("OpenAction", dictionary("S", "/SubmitForm", "F", "http://x")),
                Reason.ACTION);
        refused(catalog("OpenAction", dictionary("S", "/GoToR", "F", "x.pdf")), Reason.ACTION);
    }

    @Test
    void refusesAttachmentsRecordingsAndLiveForms() {
        COSDictionary names = new COSDictionary();
        names.setItem("EmbeddedFiles", new COSDictionary());
        refused(catalog("Names", names), Reason.ATTACHMENT);
        refused(annotation(dictionary("Subtype", "/FileAttachment")), Reason.ATTACHMENT);
        refused(catalog("Collection", new COSDictionary()), Reason.ATTACHMENT);
        refused(annotation(dictionary("Subtype", "/RichMedia")), Reason.RECORDING);
        refused(catalog("AcroForm", dictionary("XFA", "<xdp/>")), Reason.XFA);
    }

    @Test
    void refusesContentFromAnotherFile() {
        refused(
                SamplePdf.with(
                        d -> {
                            COSStream stream = new COSStream();
                            stream.setString(COSName.F, "/etc/passwd");
                            d.getDocumentCatalog().getCOSObject().setItem("Elsewhere", stream);
                        }),
                Reason.ACTION);
    }

    @Test
    void refusesWhatUnpacksToTooMuch() throws IOException {
        byte[] zeros = packed(110_000_000);
        refused(withStream(zeros), Reason.SWOLLEN);
        refused(withStream(packed(zeros)), Reason.SWOLLEN);
        refused(withStream(packed(packed(packed(packed(new byte[1000]))))), Reason.SWOLLEN);
        refused(
                join(
                        "%PDF-1.4 1 0 obj<</Filter/#4cZWDecode>>".getBytes(StandardCharsets.UTF_8),
                        "%%EOF".getBytes(StandardCharsets.UTF_8)),
                Reason.SWOLLEN);
    }

    @Test
    void refusesAPictureOfTooManyPixels() {
        refused(
                SamplePdf.with(
                        d -> {
                            COSStream stream = new COSStream();
                            stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
                            stream.setInt(COSName.WIDTH, 30_000);
                            stream.setInt(COSName.HEIGHT, 30_000);
                            d.getDocumentCatalog().getCOSObject().setItem("Picture", stream);
                        }),
                Reason.SWOLLEN);
    }

    @Test
    void survivesDeepNesting() {
        String deep = "[".repeat(60_000);
        byte[] file =
                ("%PDF-1.4\n1 0 obj\n"
                                + deep
                                + "\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF")
                        .getBytes(StandardCharsets.UTF_8);
        refused(file, Reason.DAMAGED);
    }

    @Test
    void hasWordsForEveryReason() {
        ResourceBundle words = ResourceBundle.getBundle("messages.preflight");
        for (Reason reason : Reason.values()) {
            assertThat(words.getString(new PdfNotAccepted(reason).key())).isNotBlank();
        }
    }

    private void refused(byte[] file, Reason reason) {
        PdfNotAccepted refusal =
                catchThrowableOfType(PdfNotAccepted.class, () -> intake.check(file, LIMITS));
        assertThat(refusal).as("refusal for " + reason).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    private static byte[] withStream(byte[] packed) {
        return SamplePdf.with(
                d -> {
                    COSStream stream = new COSStream();
                    try (OutputStream out = stream.createRawOutputStream()) {
                        out.write(packed);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
                    d.getDocumentCatalog().getCOSObject().setItem("Big", stream);
                });
    }

    private static byte[] packed(int zeros) throws IOException {
        return packed(new byte[zeros]);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
