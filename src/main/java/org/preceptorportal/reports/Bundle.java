package org.preceptorportal.reports;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSmartCopy;
import com.lowagie.text.pdf.RandomAccessFileOrArray;
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

    /** A document to be bound. */
    static final class Part {
        private final PdfReader reader;

        private Part(PdfReader reader) {
            this.reader = reader;
        }

        /**
         * A document of which, if it is as plain as ours, only what its pages need is read when it
         * is bound: tags, which are not bound, are most of its objects. What is wrong with those
         * pages comes out then; {@link #whole} may still read it.
         *
         * @throws IOException if it is no readable PDF
         */
        static Part of(byte[] pdf) throws IOException {
            try {
                PdfReader reader = new PdfReader(new RandomAccessFileOrArray(pdf), null);
                if (isPlain(reader)) {
                    return new Part(reader);
                }
                reader.close();
            } catch (IOException | RuntimeException e) {
                // The library throws whatever its parser stumbled over, and mends more as a whole.
            }
            return whole(pdf);
        }

        /**
         * A document that is read, and mended if it can be, as a whole.
         *
         * @throws IOException if it is no readable PDF
         */
        static Part whole(byte[] pdf) throws IOException {
            return new Part(new PdfReader(pdf));
        }

        /**
         * Whether all pages stand in one list that is as long as it says: a reader of parts
         * believes what lists of lists say of their length, and would seek forever.
         */
        private static boolean isPlain(PdfReader reader) {
            PdfArray pages = reader.getCatalog().getAsDict(PdfName.PAGES).getAsArray(PdfName.KIDS);
            boolean plain = pages.size() == reader.getNumberOfPages();
            for (int i = 0; plain && i < pages.size(); i++) {
                PdfDictionary page = pages.getAsDict(i);
                plain =
                        PdfName.PAGE.equals(page.get(PdfName.TYPE))
                                && !page.contains(PdfName.COUNT);
            }
            return plain;
        }

        int pages() {
            return reader.getNumberOfPages();
        }
    }

    /**
     * @throws IOException if the part is no readable PDF
     */
    public void append(byte[] pdf) throws IOException {
        append(Part.of(pdf));
    }

    /**
     * @throws IOException if the part's pages cannot be read
     */
    void append(Part part) throws IOException {
        for (int page = 1; page <= part.pages(); page++) {
            copy.addPage(copy.getImportedPage(part.reader, page));
        }
        copy.freeReader(part.reader);
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
