package org.preceptorportal.seal;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSignatureAppearance;
import com.lowagie.text.pdf.PdfStamper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A one-line PDF/A-2b to put seals on. */
final class SamplePaper {
    private static final String XMP =
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                    + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                    + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                    + "<rdf:Description rdf:about=\"\""
                    + " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                    + "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
                    + "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Letter</rdf:li></rdf:Alt>"
                    + "</dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";

    private SamplePaper() {}

    static byte[] unsigned() throws Exception {
        var out = new ByteArrayOutputStream();
        var document = new Document(PageSize.LETTER);
        var writer = PdfWriter.getInstance(document, out);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        document.addTitle("Letter");
        document.open();
        writer.setXmpMetadata(XMP.getBytes(StandardCharsets.UTF_8));
        writer.setOutputIntents(
                "Custom",
                "PDFA/1",
                "http://www.color.org",
                "sRGB IEC61966-2.1",
                ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        var page = writer.getDirectContent();
        page.beginText();
        page.setFontAndSize(font(), 12);
        page.setTextMatrix(72, 700);
        page.showText("Dear Program Director, I recommend Dr José.");
        page.endText();
        document.close();
        return out.toByteArray();
    }

    /** Prepares the placeholder, has its bytes signed and completes the file. */
    static byte[] signed(byte[] pdf, int reserve, UnaryOperator<byte[]> signer) throws Exception {
        var out = new ByteArrayOutputStream();
        var appearance = prepared(pdf, reserve, out);
        var cms = signer.apply(appearance.getRangeStream().readAllBytes());
        var padded = new byte[reserve];
        System.arraycopy(cms, 0, padded, 0, cms.length);
        var contents = new PdfDictionary();
        contents.put(PdfName.CONTENTS, new PdfString(padded).setHexWriting(true));
        appearance.close(contents);
        return out.toByteArray();
    }

    private static PdfSignatureAppearance prepared(
            byte[] pdf, int reserve, ByteArrayOutputStream out) throws Exception {
        var appearance =
                PdfStamper.createSignature(new PdfReader(pdf), out, '\0', null, true)
                        .getSignatureAppearance();
        var dictionary = new PdfDictionary(PdfName.SIG);
        dictionary.put(PdfName.FILTER, PdfName.ADOBE_PPKLITE);
        dictionary.put(PdfName.SUBFILTER, new PdfName("ETSI.CAdES.detached"));
        appearance.setCryptoDictionary(dictionary);
        appearance.setSignDate(Calendar.getInstance());
        appearance.preClose(new HashMap<>(Map.of(PdfName.CONTENTS, 2 * reserve + 2)));
        return appearance;
    }

    /** A revision appended behind the last byte, as any PDF tool may do. */
    static byte[] revised(byte[] pdf) throws Exception {
        var out = new ByteArrayOutputStream();
        var stamper = new PdfStamper(new PdfReader(pdf), out, '\0', true);
        var over = stamper.getOverContent(1);
        over.beginText();
        over.setFontAndSize(font(), 12);
        over.setTextMatrix(72, 650);
        over.showText("And Dr Eve even more.");
        over.endText();
        stamper.close();
        return out.toByteArray();
    }

    private static BaseFont font() throws Exception {
        try (var ttf =
                SamplePaper.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            var font =
                    BaseFont.createFont(
                            "LiberationSans.ttf",
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            false,
                            ttf.readAllBytes(),
                            null);
            font.setIncludeCidSet(false);
            return font;
        }
    }
}
