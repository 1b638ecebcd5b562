package org.preceptorportal.preflight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDFs made by code: a plain letter, and what one may find wrong with it. */
public final class SamplePdf {
    private static final String[] LINES = {
        "Bay Area Clinic",
        "1200 Oak Street, Oakland, CA 94607",
        "(510) 555-0142 - j.doe@clinic.example",
        "20 November 2026",
        "To the selection committee,",
        "I worked with this applicant for four weeks.",
        "Sincerely,",
        "Jane Doe, MD"
    };

    private SamplePdf() {}

    /** A letter of one page with everything that services ask for. */
    public static byte[] letter() {
        return pages(1, PDRectangle.LETTER);
    }

    public static byte[] pages(int pages, PDRectangle size) {
        return with(pages, size, document -> {});
    }

    public static byte[] with(Consumer<PDDocument> change) {
        return with(1, PDRectangle.LETTER, change);
    }

    /** A page without words, as a scanner makes it. */
    public static byte[] blank() {
        return with(0, PDRectangle.LETTER, d -> d.addPage(new PDPage(PDRectangle.LETTER)));
    }

    static byte[] saying(String line) {
        return with(
                0,
                PDRectangle.LETTER,
                d -> {
                    try {
                        write(d, PDRectangle.LETTER, line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    static byte[] with(int pages, PDRectangle size, Consumer<PDDocument> change) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                write(document, size, LINES);
            }
            change.accept(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, PDRectangle size, String... lines)
            throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            pen.setLeading(16);
            pen.newLineAtOffset(72, size.getHeight() - 90);
            for (String line : lines) {
                pen.showText(line);
                pen.newLine();
            }
            pen.endText();
        }
    }

    static byte[] encrypted(String password) {
        return with(
                document -> {
                    try {
                        document.protect(
                                new StandardProtectionPolicy(
                                        "owner", password, new AccessPermission()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Something in the catalog that a PDF may have. */
    static byte[] catalog(String key, COSDictionary value) {
        return with(
                document ->
                        document.getDocumentCatalog()
                                .getCOSObject()
                                .setItem(COSName.getPDFName(key), value));
    }

    /** An annotation on the first page. */
    static byte[] annotation(COSDictionary annotation) {
        return with(
                document -> {
                    COSArray annotations = new COSArray();
                    annotations.add(annotation);
                    document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, annotations);
                });
    }

    static COSDictionary dictionary(String... namesAndValues) {
        COSDictionary made = new COSDictionary();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            COSName key = COSName.getPDFName(namesAndValues[i]);
            if (value.startsWith("/")) {
                made.setItem(key, COSName.getPDFName(value.substring(1)));
            } else {
                made.setItem(key, new COSString(value));
            }
        }
        return made;
    }
}
