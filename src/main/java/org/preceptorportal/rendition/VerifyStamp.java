package org.preceptorportal.rendition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.preceptorportal.preflight.PdfPictures;
import org.preceptorportal.reports.VerifyLine;

/**
 * Says on the upload copy of an author's own PDF where the original is checked: at the foot of each
 * page where nothing else stands, else on a page added at the end. The author's own marks are never
 * covered.
 */
final class VerifyStamp {
    private static final float SIZE = 7.5f;
    private static final float BASE = 20;
    private static final int STRIP = 34;
    private static final float SIDE = 54;
    private static final float GRAY = .34f;

    private VerifyStamp() {}

    /** The whole file again, written flat in one piece. */
    static byte[] on(byte[] pdf, VerifyLine verify) {
        boolean[] free = PdfPictures.freeFeet(pdf, STRIP);
        String line =
                "Copy for upload. The sealed original can be checked at %s with the code %s."
                        .formatted(verify.address(), verify.code());
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            boolean stamped = false;
            for (int i = 0; i < free.length; i++) {
                PDPage page = document.getPage(i);
                if (free[i] && page.getRotation() == 0) {
                    write(document, page, font, line, BASE);
                    stamped = true;
                }
            }
            if (!stamped) {
                PDPage last = new PDPage(PDRectangle.LETTER);
                document.addPage(last);
                write(document, last, font, line, PDRectangle.LETTER.getHeight() - 90);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(
            PDDocument document, PDPage page, PDFont font, String line, float height)
            throws IOException {
        PDRectangle box = page.getCropBox();
        float room = box.getWidth() - 2 * SIDE;
        float size = Math.min(SIZE, SIZE * room / (font.getStringWidth(line) / 1000 * SIZE));
        try (PDPageContentStream pen =
                new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            pen.beginText();
            pen.setNonStrokingColor(GRAY);
            pen.setFont(font, size);
            pen.newLineAtOffset(box.getLowerLeftX() + SIDE, box.getLowerLeftY() + height);
            pen.showText(line);
            pen.endText();
        }
    }
}
