package org.preceptorportal.reports;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSignatureAppearance;
import com.lowagie.text.pdf.PdfStamper;
import com.lowagie.text.pdf.PdfString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;

/**
 * Room for one PAdES signature in a finished PDF. The file is only appended to, so earlier
 * signatures stay valid; the field is invisible, because a visible one breaks PDF/UA (the words of
 * the signature are page content). Use once: {@link #open}, sign {@link #signedBytes}, {@link
 * #close}.
 */
public final class SealSlot {
    private static final PdfName CADES = new PdfName("ETSI.CAdES.detached");
    private static final PdfName EXTENSIONS = new PdfName("Extensions");
    private static final PdfName ESIC = new PdfName("ESIC");

    private final PdfSignatureAppearance appearance;
    private final ByteArrayOutputStream out;
    private final int reserve;

    private SealSlot(PdfSignatureAppearance appearance, ByteArrayOutputStream out, int reserve) {
        this.appearance = appearance;
        this.out = out;
        this.reserve = reserve;
    }

    /**
     * Opens a slot at the end of a PDF.
     *
     * @param signerName written into the signature's dictionary
     * @param reason written into the signature's dictionary
     * @param when claimed time of signing
     * @param reserve bytes kept free for the signature with its time-stamp and their chains
     */
    public static SealSlot open(
            byte[] pdf, String signerName, String reason, Instant when, int reserve) {
        try {
            Calendar time = GregorianCalendar.from(when.atZone(ZoneOffset.UTC));
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 3 * reserve);
            PdfReader reader = new PdfReader(pdf);
            declareExtension(reader.getCatalog());
            PdfStamper stamper = PdfStamper.createSignature(reader, out, '\0', null, true);
            stamper.setEnforcedModificationDate(time);
            PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
            appearance.setSignDate(time);
            PdfDictionary signature = new PdfDictionary(PdfName.SIG);
            signature.put(PdfName.FILTER, PdfName.ADOBE_PPKLITE);
            signature.put(PdfName.SUBFILTER, CADES);
            signature.put(PdfName.NAME, new PdfString(signerName, PdfObject.TEXT_UNICODE));
            signature.put(PdfName.REASON, new PdfString(reason, PdfObject.TEXT_UNICODE));
            signature.put(PdfName.M, new PdfDate(time));
            appearance.setCryptoDictionary(signature);
            appearance.preClose(Map.of(PdfName.CONTENTS, 2 * reserve + 2));
            return new SealSlot(appearance, out, reserve);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CAdES signatures came after PDF 1.7: the catalog says which extension they belong to. */
    private static void declareExtension(PdfDictionary catalog) {
        PdfDictionary extensions = catalog.getAsDict(EXTENSIONS);
        if (extensions == null) {
            extensions = new PdfDictionary();
            catalog.put(EXTENSIONS, extensions);
        }
        PdfDictionary esic = new PdfDictionary();
        esic.put(new PdfName("BaseVersion"), new PdfName("1.7"));
        esic.put(new PdfName("ExtensionLevel"), new PdfNumber(1));
        extensions.put(ESIC, esic);
    }

    /** What the signature covers: the whole file without the slot. */
    public byte[] signedBytes() {
        try {
            return appearance.getRangeStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts the signature into the slot and gives the finished file.
     *
     * @param cms detached CMS over {@link #signedBytes}
     * @throws SealTooBig if it does not fit
     */
    public byte[] close(byte[] cms) {
        if (cms.length > reserve) {
            throw new SealTooBig(cms.length, reserve);
        }
        try {
            PdfDictionary contents = new PdfDictionary();
            byte[] padded = Arrays.copyOf(cms, reserve);
            contents.put(PdfName.CONTENTS, new PdfString(padded).setHexWriting(true));
            appearance.close(contents);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
