package org.preceptorportal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** The square code that a telephone reads on a letter. */
class VerifySquareTest {
    private static final int SCALE = 8;
    private static final int RIGHT = 540;
    private static final int SIZE = 52;

    private final LetterPrinter printer = new LetterPrinter();
    private final LetterPage page =
            Letters.of("Linh Nguyễn", null, Letters.shortBody("Linh Nguyễn"));

    @Test
    void leadsToTheVerifyPageFromBothForms() throws Exception {
        QrCode expected =
                QrCode.encodeText(
                        Letters.VERIFY.address() + "?code=" + Letters.VERIFY.code(),
                        QrCode.Ecc.MEDIUM);
        for (byte[] letter :
                List.of(printer.original(page).pdf(), printer.uploadCopy(page).pdf())) {
            assertThat(modules(letter, expected.size)).isEqualTo(modules(expected));
        }
    }

    /** As a camera sees it: dark or not in the middle of each module. */
    private static String modules(byte[] pdf, int count) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage picture = new PDFRenderer(document).renderImage(0, SCALE, ImageType.GRAY);
            int left = (RIGHT - SIZE) * SCALE;
            // Below the body's last line; the upper left corner is dark in every code.
            int top = 355 * SCALE;
            while (!dark(picture, left + 4, top)) {
                top++;
            }
            StringBuilder text = new StringBuilder();
            float module = (float) SIZE * SCALE / count;
            for (int y = 0; y < count; y++) {
                for (int x = 0; x < count; x++) {
                    text.append(
                            dark(
                                            picture,
                                            Math.round(left + (x + .5f) * module),
                                            Math.round(top + (y + .5f) * module))
                                    ? '#'
                                    : '.');
                }
                text.append('\n');
            }
            return text.toString();
        }
    }

    private static String modules(QrCode code) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                text.append(code.getModule(x, y) ? '#' : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static boolean dark(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0) < 128;
    }
}
