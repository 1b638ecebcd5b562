package org.preceptorportal.reports;

import com.lowagie.text.pdf.PdfDocument;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The library's writer, which also takes fonts that were made ready before. */
final class TaggedWriter extends PdfWriter {
    private final Map<PdfReader, Map<Integer, Integer>> placed = new HashMap<>();
    private final Set<ReadyFont> fonts = new HashSet<>();

    private TaggedWriter(PdfDocument document, OutputStream out) {
        super(document, out);
    }

    /** Without the library's outer document, which formats the time of day at each start. */
    static TaggedWriter to(PdfDocument document, OutputStream out) {
        TaggedWriter writer = new TaggedWriter(document, out);
        document.addWriter(writer);
        return writer;
    }

    /** Writes the font's objects when the document meets it first. */
    void need(ReadyFont font) {
        if (fonts.add(font)) {
            font.write(this);
        }
    }

    /** Says which numbers the objects of a carrier have in this document. */
    void place(PdfReader carrier, Map<Integer, Integer> numbers) {
        placed.put(carrier, numbers);
    }

    @Override
    protected int getNewObjectNumber(PdfReader reader, int number, int generation) {
        return placed.get(reader).get(number);
    }
}
