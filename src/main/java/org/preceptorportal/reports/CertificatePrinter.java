package org.preceptorportal.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.preceptorportal.reports.CertificatePage.Consent;
import org.preceptorportal.reports.CertificatePage.Signer;

/**
 * Prints certificates of completion: US Letter, PDF 1.7, PDF/A-2a and PDF/UA-1, the same bytes for
 * the same page.
 */
@ApplicationScoped
public class CertificatePrinter {
    private static final Design DESIGN =
            Design.read("certificate-of-completion/certificate.properties");
    private static final float SIDE = 60;
    private static final float TOP = 56;
    private static final float BOTTOM = 62;

    private static final Style KIND =
            Style.sans(8.5f).strong().color(Style.ACCENT).align(Style.Align.LEFT);
    private static final Style HEAD = Style.serif(19).strong().leading(1.25f).space(0, 6);
    private static final Style LEAD = Style.serif(10).align(Style.Align.LEFT).space(6, 8);
    private static final Style SECTION =
            Style.serif(12.5f).strong().align(Style.Align.LEFT).space(14, 4);
    private static final Style NAME = Style.serif(11).strong().align(Style.Align.LEFT).space(6, 2);
    private static final Style METHOD = Style.serif(8.5f).align(Style.Align.LEFT).space(12, 0);

    /**
     * @throws UnprintableText if a character has no glyph
     */
    public byte[] print(CertificatePage page) {
        TaggedCanvas canvas =
                new TaggedCanvas(
                        new Sheet(
                                DESIGN.text("title", page.learnerName()),
                                null,
                                page.completed(),
                                SIDE,
                                TOP,
                                BOTTOM,
                                DESIGN.text("title", page.learnerName()),
                                DESIGN.text("foot", page.verify().code()),
                                DESIGN.raw("page")));
        canvas.paragraph(DESIGN.text("kind"), KIND);
        canvas.heading(1, DESIGN.text("head", page.learnerName()), HEAD);
        canvas.rule(.9f, Style.INK, 0, 8);
        canvas.facts(
                List.of(
                        fact("fact.code", page.verify().code()),
                        fact("fact.address", page.verify().address()),
                        fact("fact.completed", utc(page.completed())),
                        fact("fact.letter", Long.toString(page.number())),
                        fact("fact.version", Integer.toString(page.version())),
                        fact("fact.portal", page.madeBy())));
        canvas.paragraph(DESIGN.text("lead"), LEAD);
        canvas.heading(2, DESIGN.text("signers"), SECTION);
        for (int i = 0; i < page.signers().size(); i++) {
            signer(canvas, i + 1, page.signers().get(i));
        }
        consent(canvas, page.consent());
        files(canvas, page);
        canvas.paragraph(DESIGN.text("method"), METHOD);
        return canvas.close();
    }

    private static void signer(TaggedCanvas canvas, int place, Signer signer) {
        canvas.heading(3, DESIGN.text("signer", place, signer.name()), NAME);
        String role = signer.chair() ? "chair" : place == 1 ? "lead" : "other";
        List<List<Table.Cell>> rows = new ArrayList<>();
        row(rows, "signer.role", DESIGN.text("signer.role." + role));
        if (signer.title() != null && !signer.title().isBlank()) {
            row(rows, "signer.title", signer.title().replace('\n', ' '));
        }
        row(rows, "signer.institution", signer.institution());
        row(rows, "signer.meaning", signer.meaning());
        row(rows, "signer.utc", utc(signer.at()));
        row(rows, "signer.local", local(signer.at(), signer.zone()));
        row(rows, "signer.signIn", DESIGN.text("signer.signIn.link"));
        row(rows, "signer.proof", DESIGN.text("signer.proof." + signer.proof()));
        if (signer.tools() != null) {
            row(rows, "signer.tools", signer.tools());
        }
        row(
                rows,
                "signer.address",
                signer.address() == null ? DESIGN.text("none") : signer.address());
        row(rows, "signer.shown", grouped(signer.shown()));
        row(rows, "signer.revision", grouped(signer.revision()));
        table(canvas, rows, DESIGN.text("row.item"), DESIGN.text("row.value"));
    }

    private static void consent(TaggedCanvas canvas, Consent consent) {
        canvas.heading(2, DESIGN.text("consent"), SECTION);
        List<List<Table.Cell>> rows = new ArrayList<>();
        row(
                rows,
                "consent.choice",
                DESIGN.text(consent.waived() ? "consent.waived" : "consent.kept"));
        row(rows, "consent.text", consent.text());
        row(rows, "consent.version", consent.version());
        row(rows, "consent.signature", consent.signature());
        row(rows, "consent.at", utc(consent.at()));
        table(canvas, rows, DESIGN.text("row.item"), DESIGN.text("row.value"));
    }

    private static void files(TaggedCanvas canvas, CertificatePage page) {
        canvas.heading(2, DESIGN.text("files"), SECTION);
        List<List<Table.Cell>> rows = new ArrayList<>();
        row(rows, "files.original", grouped(page.original()));
        row(rows, "files.upload", grouped(page.upload()));
        table(canvas, rows, DESIGN.text("files.file"), DESIGN.text("files.hash"));
    }

    private static void table(
            TaggedCanvas canvas, List<List<Table.Cell>> rows, String left, String right) {
        canvas.table(
                new Table(
                        List.of(
                                new Table.Column(left, 3, Style.Align.LEFT),
                                new Table.Column(right, 7, Style.Align.LEFT)),
                        rows));
    }

    private static void row(List<List<Table.Cell>> rows, String label, String value) {
        rows.add(List.of(Table.rowHead(DESIGN.text(label)), Table.text(value)));
    }

    private static Fact fact(String label, String value) {
        return new Fact(DESIGN.text(label), value);
    }

    private static String utc(Instant at) {
        return DESIGN.dates("utc").format(at.atZone(ZoneOffset.UTC));
    }

    private static String local(Instant at, ZoneId zone) {
        return DESIGN.dates("local").format(at.atZone(zone));
    }

    /** Eights, so that a line can break and an eye can compare. */
    private static String grouped(String hash) {
        return hash.replaceAll("(.{8})(?=.)", "$1 ");
    }
}
