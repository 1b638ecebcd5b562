package org.preceptorportal.reports;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PRIndirectReference;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PRTokeniser;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfLiteral;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStream;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;

/**
 * A part of a face, reduced, compressed and listed once per process: documents copy its bytes. To
 * reduce and compress the same letters for each document costs more than all the rest of drawing.
 */
final class ReadyFont {
    private static final PdfName LENGTH1 = new PdfName("Length1");
    private static final PdfName W = new PdfName("W");

    private final PdfReader carrier;
    private final BaseFont handle;
    private final char[] codes = new char[Face.LAST_READY + 1];
    private final Map<Integer, PdfObject> objects = new TreeMap<>();

    /**
     * Makes a part ready.
     *
     * @param characters which the face has
     */
    ReadyFont(BaseFont face, String characters) {
        try {
            carrier = new PdfReader(carry(face, characters));
            PdfDictionary fonts =
                    carrier.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
            PRIndirectReference font =
                    (PRIndirectReference) fonts.get(fonts.getKeys().iterator().next());
            handle = BaseFont.createFont(font);
            read(characters);
            collect(font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library writes the face's part into a document of its own. */
    private static byte[] carry(BaseFont face, String characters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.open();
        PdfContentByte content = writer.getDirectContent();
        content.beginText();
        content.setFontAndSize(face, 10);
        content.showText(characters);
        content.endText();
        Face.tagSubsets(characters.hashCode());
        try {
            document.close();
        } finally {
            Face.forgetSubsetTags();
        }
        return out.toByteArray();
    }

    /** What the library showed for each character. */
    private void read(String characters) throws IOException {
        PRTokeniser content = new PRTokeniser(carrier.getPageContent(1));
        while (content.nextToken()) {
            if (content.getTokenType() == PRTokeniser.TK_STRING) {
                String shown = content.getStringValue();
                for (int i = 0; i < characters.length(); i++) {
                    codes[characters.charAt(i)] =
                            (char) (shown.charAt(2 * i) << 8 | shown.charAt(2 * i + 1));
                }
            }
        }
    }

    private void collect(PRIndirectReference reference) throws IOException {
        PdfObject object = PdfReader.getPdfObject(reference);
        if (object instanceof PRStream stream) {
            byte[] bytes = PdfReader.getStreamBytes(stream);
            PdfStream ready = new PdfStream(bytes);
            if (stream.contains(LENGTH1)) {
                BitSet used = new BitSet();
                for (char code : codes) {
                    used.set(code);
                }
                Widths.forgetOthers(bytes, used);
                ready.put(LENGTH1, stream.get(LENGTH1));
            }
            ready.flateCompress(Deflater.BEST_COMPRESSION);
            objects.put(reference.getNumber(), ready);
            return;
        }
        PdfDictionary dictionary = (PdfDictionary) object;
        if (dictionary.contains(W)) {
            dictionary.put(W, spelled(dictionary.getAsArray(W)));
        }
        objects.put(reference.getNumber(), dictionary);
        for (PdfName key : new TreeSet<>(dictionary.getKeys())) {
            PdfObject value = dictionary.get(key);
            if (value instanceof PdfArray array && PdfName.DESCENDANTFONTS.equals(key)) {
                value = array.getPdfObject(0);
            }
            if (value instanceof PRIndirectReference next) {
                collect(next);
            }
        }
    }

    private static PdfLiteral spelled(PdfArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        array.toPdf(null, out);
        return new PdfLiteral(out.toString(StandardCharsets.ISO_8859_1));
    }

    /** The code of a character. */
    int code(char c) {
        return codes[c];
    }

    /** What the library takes for a font that a document has already. */
    BaseFont handle() {
        return handle;
    }

    /** Writes its objects into a document, before anything there refers to them. */
    void write(TaggedWriter writer) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int number : objects.keySet()) {
            numbers.put(number, writer.getPdfIndirectReference().getNumber());
        }
        writer.place(carrier, numbers);
        try {
            for (Map.Entry<Integer, PdfObject> each : objects.entrySet()) {
                writer.addToBody(each.getValue(), numbers.get(each.getKey()).intValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
