package org.preceptorportal.reports;

import com.lowagie.text.pdf.PdfCopy;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPageLabels;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;

/**
 * Binds one applicant's letters and report behind a cover that says in one glance whose they are,
 * what is inside, and what is missing. The same page gives the same bytes.
 */
@ApplicationScoped
public class ApplicantFilePrinter {
    private static final Design DESIGN = Design.read("letter-packet/cover.properties");
    private static final String VERSION = DESIGN.wording();
    private static final DateTimeFormatter DATES = DESIGN.dates("date");
    private static final float SIDE = 64;
    private static final float TOP = 64;
    private static final float BOTTOM = 60;
    private static final int ID_LENGTH = 16;
    private static final int OVERDUE = 0x8f2d1f;

    private static final Style ABOVE = Style.sans(9).color(Style.SOFT).space(0, 10);
    // At the left whatever the script: the name's two forms stand together.
    private static final Style NAME =
            Style.serif(26).strong().leading(1.2f).align(Style.Align.LEFT).space(0, 2);
    private static final Style LATIN = Style.serif(14).color(Style.SOFT).space(0, 4);
    private static final Style FOR = Style.serif(12).space(6, 4);
    private static final Style SECTION = Style.sans(10).strong().color(Style.ACCENT).space(18, 2);
    private static final Style WARNING = SECTION.color(OVERDUE);
    private static final Style TEXT = Style.serif(10.5f).space(4, 4);
    private static final Style NOTE = Style.sans(8).color(Style.SOFT).space(14, 0);

    /** A bound file. */
    public record Bound(byte[] pdf, int pages) {}

    /** Changes when wording or layout do; part of every file's key. */
    public String version() {
        return VERSION;
    }

    /**
     * A document of the file.
     *
     * @param letter null for the report
     * @param index as {@link UnreadablePart} counts: letters, then the report
     */
    private record Part(ApplicantFilePage.Letter letter, int index, byte[] pdf, Bundle.Part read) {
        int pages() {
            return read.pages();
        }
    }

    /** How parts are read. */
    private interface Reading {
        Bundle.Part of(byte[] pdf) throws IOException;
    }

    /**
     * Binds the file.
     *
     * @throws UnreadablePart if a letter or the report is no PDF that can be copied
     * @throws UnprintableText if the cover needs a character no font has
     */
    public Bound print(ApplicantFilePage page) {
        try {
            return print(page, Bundle.Part::of);
        } catch (UnreadablePart e) {
            return print(page, Bundle.Part::whole);
        }
    }

    private static Bound print(ApplicantFilePage page, Reading reading) {
        List<Part> parts = parts(page, reading);
        Part cover = cover(page, parts, 1);
        if (cover.pages() > 1) {
            cover = cover(page, parts, cover.pages());
        }
        return bind(page, cover, parts);
    }

    /** In the order in which they follow. */
    private static List<Part> parts(ApplicantFilePage page, Reading reading) {
        List<Part> parts = new ArrayList<>();
        for (ApplicantFilePage.Letter letter : page.given()) {
            parts.add(part(letter, parts.size(), letter.pdf(), reading));
        }
        if (page.report() != null) {
            Part report = part(null, parts.size(), page.report(), reading);
            parts.add(page.reportFirst() ? 0 : parts.size(), report);
        }
        return parts;
    }

    private static Part part(
            ApplicantFilePage.Letter letter, int index, byte[] pdf, Reading reading) {
        try {
            return new Part(letter, index, pdf, reading.of(pdf));
        } catch (IOException | RuntimeException e) {
            // The library throws whatever its parser stumbled over.
            throw new UnreadablePart(index, e);
        }
    }

    private static Part cover(ApplicantFilePage page, List<Part> parts, int covers) {
        Sheet sheet =
                new Sheet(
                        DESIGN.text("title", page.applicantName(), page.program()),
                        null,
                        page.date(),
                        SIDE,
                        TOP,
                        BOTTOM,
                        DESIGN.text("head", page.applicantName(), page.program()),
                        null,
                        DESIGN.raw("page"));
        TaggedCanvas canvas = new TaggedCanvas(sheet);
        canvas.paragraph(DESIGN.text("above", page.season()), ABOVE);
        canvas.heading(1, page.applicantName(), NAME);
        String latin = page.applicantLatinName();
        if (latin != null && !latin.isBlank() && !latin.equals(page.applicantName())) {
            canvas.paragraph(latin, LATIN);
        }
        canvas.paragraph(DESIGN.text("for", page.program(), page.institution()), FOR);
        canvas.rule(.9f, Style.INK, 8, 12);
        canvas.facts(facts(page));
        if (!page.missing().isEmpty()) {
            canvas.heading(2, DESIGN.text("missing"), WARNING);
            canvas.table(missing(page));
        }
        canvas.heading(2, DESIGN.text("parts"), SECTION);
        canvas.table(parts(parts, covers));
        if (!page.elsewhere().isEmpty()) {
            canvas.heading(2, DESIGN.text("elsewhere"), SECTION);
            canvas.table(elsewhere(page));
        }
        if (page.missing().isEmpty()) {
            canvas.paragraph(DESIGN.text("complete"), TEXT);
        }
        canvas.paragraph(DESIGN.raw(page.elsewhere().isEmpty() ? "note" : "note.elsewhere"), NOTE);
        return part(null, -1, canvas.close(), Bundle.Part::of);
    }

    private static List<Fact> facts(ApplicantFilePage page) {
        String report =
                page.report() != null
                        ? "report.yes"
                        : page.reportWanted() ? "report.missing" : "report.no";
        return List.of(
                new Fact(DESIGN.text("fact.letters"), DESIGN.text("letters", page.given().size())),
                new Fact(DESIGN.text("fact.report"), DESIGN.text(report)),
                new Fact(
                        DESIGN.text("fact.aamc"),
                        page.aamcId() == null ? DESIGN.text("fact.none") : page.aamcId()),
                new Fact(DESIGN.text("fact.school"), page.medicalSchool()));
    }

    private static Table missing(ApplicantFilePage page) {
        return new Table(
                List.of(
                        new Table.Column(DESIGN.text("missing.what"), 2, Style.Align.LEFT),
                        new Table.Column(DESIGN.text("missing.why"), 3, Style.Align.LEFT)),
                page.missing().stream()
                        .map(
                                m ->
                                        List.<Table.Cell>of(
                                                Table.rowHead(m.document()),
                                                Table.text(m.reason())))
                        .toList());
    }

    private static Table elsewhere(ApplicantFilePage page) {
        return new Table(
                List.of(
                        new Table.Column(DESIGN.text("parts.who"), 3, Style.Align.LEFT),
                        new Table.Column(DESIGN.text("parts.signed"), 2, Style.Align.LEFT),
                        new Table.Column(DESIGN.text("elsewhere.where"), 5, Style.Align.LEFT)),
                page.elsewhere().stream()
                        .map(
                                letter ->
                                        List.<Table.Cell>of(
                                                Table.rowHead(letter.author()),
                                                Table.text(DATES.format(letter.signed())),
                                                Table.text(letter.standing())))
                        .toList());
    }

    private static Table parts(List<Part> parts, int covers) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        int at = covers + 1;
        for (Part part : parts) {
            ApplicantFilePage.Letter letter = part.letter();
            rows.add(
                    letter == null
                            ? List.of(
                                    Table.text(Integer.toString(at)),
                                    Table.text(DESIGN.text("part.report")),
                                    Table.rowHead(DESIGN.text("part.report.who")),
                                    Table.text(""),
                                    Table.text(""))
                            : List.of(
                                    Table.text(Integer.toString(at)),
                                    Table.text(
                                            DESIGN.text(
                                                    letter.waived()
                                                            ? "part.letter.waived"
                                                            : "part.letter")),
                                    Table.rowHead(letter.author()),
                                    Table.text(DATES.format(letter.signed())),
                                    Table.text(letter.verifyCode())));
            at += part.pages();
        }
        if (rows.isEmpty()) {
            rows.add(
                    List.of(
                            Table.text(""),
                            Table.text(DESIGN.text("parts.none")),
                            Table.rowHead(""),
                            Table.text(""),
                            Table.text("")));
        }
        return new Table(
                List.of(
                        new Table.Column(DESIGN.text("parts.page"), 1, Style.Align.RIGHT),
                        new Table.Column(DESIGN.text("parts.what"), 4, Style.Align.LEFT),
                        new Table.Column(DESIGN.text("parts.who"), 4, Style.Align.LEFT),
                        new Table.Column(DESIGN.text("parts.signed"), 2, Style.Align.LEFT),
                        new Table.Column(DESIGN.text("parts.code"), 3, Style.Align.LEFT)),
                rows);
    }

    private static Bound bind(ApplicantFilePage page, Part cover, List<Part> parts) {
        int covers = cover.pages();
        ByteArrayOutputStream out = new ByteArrayOutputStream(256 * 1024);
        MessageDigest content = TaggedFile.sha256();
        Bundle bundle = new Bundle(out);
        PdfCopy copy = bundle.copy();
        copy.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        describe(copy, page);
        append(bundle, cover);
        content.update(cover.pdf());
        for (Part part : parts) {
            append(bundle, part);
            content.update(part.pdf());
        }
        bookmarks(copy, parts, covers);
        copy.setPageLabels(labels(parts, covers));
        bundle.close();
        byte[] id = Arrays.copyOf(content.digest(), ID_LENGTH);
        return new Bound(
                TaggedFile.identify(out.toByteArray(), id),
                covers + parts.stream().mapToInt(Part::pages).sum());
    }

    private static void describe(PdfCopy copy, ApplicantFilePage page) {
        String title = DESIGN.text("title", page.applicantName(), page.program());
        copy.getInfo().put(PdfName.TITLE, new PdfString(title, PdfObject.TEXT_UNICODE));
        copy.getInfo()
                .put(
                        PdfName.CREATIONDATE,
                        new PdfDate(GregorianCalendar.from(page.date().atZone(ZoneOffset.UTC))));
        copy.getExtraCatalog().put(PdfName.LANG, new PdfString("en-US"));
    }

    private static void append(Bundle bundle, Part part) {
        try {
            bundle.append(part.read());
        } catch (IOException | RuntimeException e) {
            throw new UnreadablePart(part.index(), e);
        }
    }

    private static void bookmarks(PdfCopy copy, List<Part> parts, int covers) {
        bookmark(copy, DESIGN.text("bookmark.cover"), 1);
        int at = covers + 1;
        for (Part part : parts) {
            bookmark(
                    copy,
                    part.letter() == null
                            ? DESIGN.text("part.report")
                            : DESIGN.text("bookmark.letter", part.letter().author()),
                    at);
            at += part.pages();
        }
    }

    /** Covers i, ii ...; letters L1-1, L1-2, L2-1 ...; the report R-1 ... */
    private static PdfPageLabels labels(List<Part> parts, int covers) {
        PdfPageLabels labels = new PdfPageLabels();
        labels.addPageLabel(1, PdfPageLabels.LOWERCASE_ROMAN_NUMERALS);
        int at = covers + 1;
        for (Part part : parts) {
            labels.addPageLabel(
                    at,
                    PdfPageLabels.DECIMAL_ARABIC_NUMERALS,
                    part.letter() == null ? "R-" : "L" + (part.index() + 1) + "-");
            at += part.pages();
        }
        return labels;
    }

    private static void bookmark(PdfCopy copy, String title, int page) {
        PdfDestination top = new PdfDestination(PdfDestination.FITH, Sheet.HEIGHT);
        top.addPage(copy.getPageReference(page));
        new PdfOutline(copy.getRootOutline(), top, title);
    }
}
