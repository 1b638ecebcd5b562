package org.preceptorportal.reports;

import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfDocument;
import com.lowagie.text.pdf.PdfICCBased;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfStream;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import org.preceptorportal.reports.Pagination.Placed;

/** Writes placed blocks as one tagged file; its id follows from what is drawn. */
final class TaggedFile {
    /** A fifth of the time of the usual level, for a tenth more bytes of the pages alone. */
    private static final int LIGHT = 1;

    /** Compressed once: each document has it. */
    private static final PdfStream SRGB =
            new PdfICCBased(ICC_Profile.getInstance(ColorSpace.CS_sRGB), Deflater.BEST_COMPRESSION);

    private static final PdfName OUTPUT_PROFILE = new PdfName("DestOutputProfile");
    private static final Style FOOT = Style.sans(7.5f).color(Style.SOFT);
    private static final float FOOT_NUMBER_WIDTH = 60;
    private static final int ID_LENGTH = 16;

    /** A head that readers list beside the pages. */
    record Bookmark(int level, String title, Atom atom) {}

    private final Sheet sheet;
    private final Tag root;
    private final List<Bookmark> bookmarks;
    private final List<byte[]> pictures;

    TaggedFile(Sheet sheet, Tag root, List<Bookmark> bookmarks, List<byte[]> pictures) {
        this.sheet = sheet;
        this.root = root;
        this.bookmarks = bookmarks;
        this.pictures = pictures;
    }

    /**
     * @param pages are taken from the list as they are written: what was set of a long table need
     *     not live until its last page (131 MB at most for a cohort of 9,900, 109 so)
     */
    byte[] write(List<List<Placed>> pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        PdfDocument document = new PdfDocument();
        document.setPageSize(PageSize.LETTER);
        document.setMargins(0, 0, 0, 0);
        TaggedWriter writer = TaggedWriter.to(document, out);
        writer.setCompressionLevel(LIGHT);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.setViewerPreferences(
                PdfWriter.DisplayDocTitle
                        | (bookmarks.size() > 1 ? PdfWriter.PageModeUseOutlines : 0));
        document.open();
        describe(writer);
        MessageDigest content = sha256();
        content.update(sheet.toString().getBytes(StandardCharsets.UTF_8));
        pictures.forEach(content::update);
        Ink ink = new Ink(writer);
        List<PdfOutline> path = new ArrayList<>(List.of(writer.getRootOutline()));
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0) {
                document.newPage();
            }
            head(ink, i);
            for (Placed placed : pages.set(i, List.of())) {
                bookmark(placed, path);
                placed.atom().drawing.draw(ink, sheet.side(), placed.top());
            }
            foot(ink, i, pages.size());
            ink.endPage();
            content.update(ink.content().getInternalBuffer().toByteArray());
        }
        byte[] id = Arrays.copyOf(content.digest(), ID_LENGTH);
        Face.tagSubsets(ByteBuffer.wrap(id).getLong());
        try {
            document.close();
        } finally {
            Face.forgetSubsetTags();
        }
        return identify(out.toByteArray(), id);
    }

    private void describe(PdfWriter writer) {
        try {
            writer.setXmpMetadata(Xmp.packet(sheet).getBytes(StandardCharsets.UTF_8));
            writer.getInfo().put(PdfName.TITLE, unicode(sheet.title()));
            if (sheet.author() != null) {
                writer.getInfo().put(PdfName.AUTHOR, unicode(sheet.author()));
            }
            GregorianCalendar date = GregorianCalendar.from(sheet.date().atZone(ZoneOffset.UTC));
            writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(date));
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en-US"));
            PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
            intent.put(PdfName.S, PdfName.GTS_PDFA1);
            intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, unicode("Custom"));
            intent.put(PdfName.REGISTRYNAME, unicode("http://www.color.org"));
            intent.put(PdfName.INFO, unicode("sRGB IEC61966-2.1"));
            intent.put(OUTPUT_PROFILE, writer.addToBody(SRGB).getIndirectReference());
            writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(intent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfString unicode(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library writes a random file id of the same length: ours follows from the content. */
    static byte[] identify(byte[] pdf, byte[] id) {
        int at = pdf.length - 1;
        while (at >= 0 && !(pdf[at] == '/' && pdf[at + 1] == 'I' && pdf[at + 2] == 'D')) {
            at--;
        }
        byte[] hex = HexFormat.of().formatHex(id).getBytes(StandardCharsets.US_ASCII);
        for (int copy = 0; copy < 2; copy++) {
            while (at >= 0 && pdf[at] != '<') {
                at++;
            }
            at++;
            if (at == 0 || pdf[at + hex.length] != '>') {
                throw new IllegalStateException("No file id of the expected form");
            }
            System.arraycopy(hex, 0, pdf, at, hex.length);
        }
        return pdf;
    }

    private void bookmark(Placed placed, List<PdfOutline> path) {
        for (Bookmark mark : bookmarks) {
            if (mark.atom() == placed.atom()) {
                while (path.size() > mark.level()) {
                    path.remove(path.size() - 1);
                }
                PdfDestination place =
                        new PdfDestination(PdfDestination.XYZ, 0, placed.top() + 12, 0);
                path.add(new PdfOutline(path.get(path.size() - 1), place, mark.title()));
            }
        }
    }

    private void head(Ink ink, int page) {
        if (page > 0 && sheet.head() != null) {
            ink.belongsTo(Tag.ARTIFACT);
            new Pen(ink, sheet.side(), Sheet.HEIGHT - sheet.top() + 26)
                    .text(0, 0, sheet.head(), FOOT);
        }
    }

    /** The foot is read once, after the last block; on other pages it is decoration. */
    private void foot(Ink ink, int page, int pages) {
        float top = sheet.bottom() - 20;
        boolean last = page == pages - 1;
        if (sheet.foot() != null) {
            ink.belongsTo(Tag.ARTIFACT);
            new Pen(ink, sheet.side(), top + 6).fill(0, 0, sheet.measure(), .5f, Style.HAIRLINE);
            ink.belongsTo(last ? root.child("P") : Tag.ARTIFACT);
            float width = sheet.measure() - FOOT_NUMBER_WIDTH;
            ink.write(
                    Typesetter.set(List.of(Run.of(sheet.foot())), FOOT, width),
                    FOOT,
                    sheet.side(),
                    top,
                    width);
        }
        if (pages > 1) {
            ink.belongsTo(Tag.ARTIFACT);
            String number =
                    new MessageFormat(sheet.pageNumber(), Locale.US)
                            .format(new Object[] {page + 1, pages});
            new Pen(ink, sheet.side(), top)
                    .text(sheet.measure(), 0, number, FOOT.align(Style.Align.RIGHT));
        }
    }
}
