package org.preceptorportal.preflight;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.preceptorportal.preflight.PdfNotAccepted.Reason;
import org.preceptorportal.season.Profile;

/**
 * What preflight sees in a file: once read, it is held against as many profiles as one likes.
 *
 * @param readable by us; else the rest is empty
 * @param text of all pages, without accents; empty when the pages are pictures
 */
record PdfLook(
        long bytes,
        boolean readable,
        boolean encrypted,
        Parts parts,
        List<Page> pages,
        String text) {
    /** What the file has beside its pages. */
    record Parts(boolean signature, boolean form, boolean script, boolean attachment) {
        static final Parts NONE = new Parts(false, false, false, false);
    }

    /** One page as it is stored. */
    record Page(float width, float height, int rotation) {
        boolean is(Profile.PageSize size) {
            return rotation == 0
                    && Math.abs(width - size.width()) < 1
                    && Math.abs(height - size.height()) < 1;
        }
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static PdfLook at(Paper paper) {
        byte[] pdf = paper.pdf();
        try {
            return paper.drawn().isPresent()
                    ? of(pdf.length, paper.drawn().get().pages())
                    : PdfReading.read(
                            pdf,
                            document ->
                                    look(
                                            pdf.length,
                                            document,
                                            bare(new PDFTextStripper().getText(document))));
        } catch (PdfNotAccepted e) {
            boolean encrypted = e.reason() == Reason.ENCRYPTED;
            return new PdfLook(pdf.length, false, encrypted, Parts.NONE, List.of(), "");
        }
    }

    private static PdfLook of(long bytes, int pages) {
        List<Page> letter =
                Collections.nCopies(
                        pages,
                        new Page(PDRectangle.LETTER.getWidth(), PDRectangle.LETTER.getHeight(), 0));
        return new PdfLook(bytes, true, false, Parts.NONE, letter, "");
    }

    private static PdfLook look(long bytes, PDDocument document, String text) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            PDRectangle box = page.getMediaBox();
            pages.add(new Page(box.getWidth(), box.getHeight(), page.getRotation()));
        }
        return new PdfLook(bytes, true, document.isEncrypted(), parts(document), pages, text);
    }

    private static Parts parts(PDDocument document) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        COSDictionary form = catalog.getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
        boolean signature =
                !document.getSignatureDictionaries().isEmpty()
                        || catalog.getCOSObject().containsKey(COSName.PERMS);
        boolean fields = form != null && (form.containsKey(COSName.XFA) || hasOtherFields(form));
        Set<Reason> hazards = Hazards.of(document);
        return new Parts(
                signature,
                fields,
                hazards.contains(Reason.SCRIPT),
                hazards.contains(Reason.ATTACHMENT));
    }

    /** A signature's own field is no field that anybody fills. */
    private static boolean hasOtherFields(COSDictionary form) {
        if (form.getCOSArray(COSName.FIELDS) == null) {
            return false;
        }
        for (COSBase entry : form.getCOSArray(COSName.FIELDS)) {
            COSBase field = entry instanceof COSObject o ? o.getObject() : entry;
            if (field instanceof COSDictionary dictionary
                    && !COSName.SIG.equals(dictionary.getCOSName(COSName.FT))) {
                return true;
            }
        }
        return false;
    }

    /** As people compare names: without accents, and in small letters. */
    static String bare(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
