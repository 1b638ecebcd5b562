package org.preceptorportal.reports;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSmartCopy;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Documents bound into one, a page after the other. One part is in memory at a time, and fonts that
 * several parts have alike are kept once.
 */
public final class Bundle implements AutoCloseable {
    private final Document document = new Document();
    private final PdfSmartCopy copy;

    public Bundle(OutputStream out) {
        copy = new PdfSmartCopy(document, out);
        copy.setPdfVersion(PdfSmartCopy.VERSION_1_7);
        document.open();
    }

    /**
     * @throws IOException if the part is no readable PDF
     */
    public void append(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                copy.addPage(copy.getImportedPage(reader, page));
            }
            copy.freeReader(reader);
        }
    }

    /** For titles, outlines and labels. */
    PdfSmartCopy copy() {
        return copy;
    }

    @Override
    public void close() {
        document.close();
    }
}
