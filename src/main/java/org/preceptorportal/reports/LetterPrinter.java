package org.preceptorportal.reports;

import io.nayuki.qrcodegen.QrCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints letters of recommendation. Every way of printing gives US Letter, PDF 1.7, PDF/A-2a and
 * PDF/UA-1, and the same bytes for the same page.
 *
 * <p>All methods throw {@link UnprintableText} if a character has no glyph.
 */
@ApplicationScoped
public class LetterPrinter {
    private static final Design DESIGN = Design.read("letter-of-recommendation/letter.properties");
    private static final int PREVIEWS = 32;
    private static final float SIDE = 72;
    private static final float TOP = 58;
    private static final float BOTTOM = 70;
    private static final float LOGO_WIDTH = 150;
    private static final float LOGO_HEIGHT = 48;
    private static final float SQUARE = 52;
    private static final int PEN_INK = 0x20365c;

    private static final Style INSTITUTION = Style.serif(17).leading(1.2f).align(Style.Align.LEFT);
    private static final Style CONTACT =
            Style.sans(8).color(Style.SOFT).align(Style.Align.LEFT).space(3, 0);
    private static final Style BODY = Style.serif(11).space(0, 8);
    private static final Style DATE = BODY.space(0, 12);
    private static final Style SUBJECT = BODY.strong().align(Style.Align.LEFT).space(0, 12);
    private static final Style CLOSING = BODY.align(Style.Align.LEFT).space(4, 2);
    private static final Style SIGNATURE =
            Style.serif(22)
                    .slanted()
                    .leading(1.4f)
                    .color(PEN_INK)
                    .align(Style.Align.LEFT)
                    .space(2, 4);
    private static final Style SIGNER = Style.serif(11).strong().align(Style.Align.LEFT);
    private static final Style TITLE = Style.serif(10).align(Style.Align.LEFT);
    private static final Style SMALL = Style.sans(8).color(Style.SOFT).align(Style.Align.LEFT);
    private static final Style CONTEXT_HEAD =
            Style.sans(8).strong().color(Style.SOFT).align(Style.Align.LEFT).space(0, 4);

    private final Map<LetterPage, Printed> previews =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<LetterPage, Printed> eldest) {
                            return size() > PREVIEWS;
                        }
                    });

    /**
     * The original, ready to be sealed.
     *
     * @throws IllegalArgumentException if the page is not signed or names no place to verify it
     */
    public Printed original(LetterPage page) {
        return print(signed(page), "verify");
    }

    /**
     * The copy that portals which refuse digital signatures take: no form, no signature, no
     * encryption; it prints where the original is verified.
     *
     * @throws IllegalArgumentException if the page is not signed or names no place to verify it
     */
    public Printed uploadCopy(LetterPage page) {
        return print(signed(page), "verify.copy");
    }

    /**
     * The page as it would be now; without a signature it says that it is a draft. It is asked for
     * again and again, by who counts its pages and who pictures each of them: it is drawn once.
     */
    public Printed preview(LetterPage page) {
        Printed known = previews.get(page);
        if (known == null) {
            known = print(page, "verify");
            previews.put(page, known);
        }
        return known;
    }

    /** A sheet with nothing but this head: how it will look. */
    public byte[] head(Letterhead head) {
        TaggedCanvas canvas =
                new TaggedCanvas(
                        new Sheet(
                                head.institution(),
                                null,
                                Instant.EPOCH,
                                SIDE,
                                TOP,
                                BOTTOM,
                                null,
                                null,
                                DESIGN.raw("page")));
        letterhead(canvas, head);
        return canvas.close();
    }

    private static LetterPage signed(LetterPage page) {
        if (!page.signed() || page.verify() == null) {
            throw new IllegalArgumentException("Only a signed letter has an original and a copy");
        }
        return page;
    }

    private static Printed print(LetterPage page, String verifyKey) {
        try {
            return draw(page, verifyKey);
        } catch (UnprintableText e) {
            locate(page);
            throw e;
        }
    }

    private static Printed draw(LetterPage page, String verifyKey) {
        String learner = learner(page);
        String date = DESIGN.dates("date").format(page.date());
        Instant instant =
                page.signed()
                        ? page.signedBy().get(0).at()
                        : page.date().atStartOfDay(ZoneOffset.UTC).toInstant();
        VerifyLine verify = page.verify();
        Sheet sheet =
                new Sheet(
                        DESIGN.text("title", learner),
                        page.authorName(),
                        instant,
                        SIDE,
                        TOP,
                        BOTTOM,
                        DESIGN.text("head", learner, date),
                        verify == null
                                ? null
                                : DESIGN.text(verifyKey, verify.address(), verify.code()),
                        DESIGN.raw("page"));
        TaggedCanvas canvas = new TaggedCanvas(sheet);
        letterhead(canvas, page.letterhead());
        canvas.paragraph(date, DATE);
        canvas.heading(
                1,
                blank(page.specialty())
                        ? DESIGN.text("subject", learner)
                        : DESIGN.text("subject.specialty", learner, page.specialty()),
                SUBJECT);
        body(canvas, page.body());
        canvas.keepNext();
        end(canvas, page, verify);
        return canvas.print();
    }

    private static String learner(LetterPage page) {
        return blank(page.learnerLatinName()) || page.learnerLatinName().equals(page.learnerName())
                ? page.learnerName()
                : DESIGN.text("learner.latin", page.learnerName(), page.learnerLatinName());
    }

    private static void letterhead(TaggedCanvas canvas, Letterhead head) {
        List<TaggedCanvas.Text> texts = new ArrayList<>();
        texts.add(new TaggedCanvas.Text(head.institution(), INSTITUTION));
        Stream<String> reach = Stream.of(head.phone(), head.email());
        if (head.logo().isPresent()) {
            // Beside a logo one line is too short for both.
            contact(head.addressLines().stream(), texts);
            contact(reach, texts);
        } else {
            contact(Stream.concat(head.addressLines().stream(), reach), texts);
        }
        head.logo()
                .ifPresentOrElse(
                        logo ->
                                canvas.picture(
                                        logo.bytes(),
                                        DESIGN.text("logo", head.institution()),
                                        LOGO_WIDTH,
                                        LOGO_HEIGHT,
                                        texts),
                        () -> texts.forEach(each -> canvas.paragraph(each.text(), each.style())));
        canvas.rule(.6f, Style.LINE, 8, 22);
    }

    private static void contact(Stream<String> parts, List<TaggedCanvas.Text> texts) {
        String line = parts.filter(part -> !blank(part)).collect(Collectors.joining("  ·  "));
        if (!line.isEmpty()) {
            texts.add(new TaggedCanvas.Text(line, CONTACT));
        }
    }

    private static void body(TaggedCanvas canvas, LetterBody body) {
        List<Block> blocks = body.blocks();
        boolean answers = !blocks.isEmpty() && blocks.get(0) instanceof Heading;
        if (answers) {
            blocks.forEach(block -> block(canvas, block));
            return;
        }
        if (blocks.isEmpty() || !opens("salutation.openers", blocks.get(0))) {
            canvas.paragraph(DESIGN.text("salutation"), BODY);
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (i == blocks.size() - 1 && opens("closing.openers", blocks.get(i))) {
                canvas.keepNext();
            }
            block(canvas, blocks.get(i));
        }
        if (blocks.isEmpty() || !opens("closing.openers", blocks.get(blocks.size() - 1))) {
            canvas.keepNext();
            canvas.paragraph(DESIGN.text("closing"), CLOSING);
        }
    }

    private static void block(TaggedCanvas canvas, Block block) {
        if (block instanceof Paragraph paragraph) {
            canvas.paragraph(paragraph.runs(), BODY);
        } else if (block instanceof Bullets bullets) {
            canvas.keepNext();
            canvas.list(bullets.numbered(), bullets.items(), BODY);
        } else {
            StructuredBlocks.draw(canvas, block);
        }
    }

    private static boolean opens(String key, Block block) {
        return block instanceof Paragraph paragraph && DESIGN.opens(key, plain(paragraph.runs()));
    }

    /** Signatures and context in one; of several authors in pieces, or half a page stays empty. */
    private static void end(TaggedCanvas canvas, LetterPage page, VerifyLine verify) {
        List<SignedBy> all = page.signedBy();
        boolean several = all.size() > 1;
        canvas.together(
                () -> {
                    if (verify != null) {
                        square(canvas, verify);
                    }
                    if (!page.signed()) {
                        canvas.paragraph(DESIGN.text("draft"), SMALL.space(14, 14));
                    }
                    signer(
                            canvas,
                            page.signed() ? all.get(0) : null,
                            page.authorName(),
                            page.authorTitle());
                    if (!several) {
                        context(canvas, page);
                    }
                });
        if (several) {
            all.subList(1, all.size()).forEach(next -> other(canvas, page, next));
            canvas.together(() -> context(canvas, page));
        }
    }

    private static void other(TaggedCanvas canvas, LetterPage page, SignedBy next) {
        canvas.together(
                () -> {
                    canvas.space(12);
                    signer(canvas, page.signed() ? next : null, next.name(), next.title());
                });
    }

    /** One author's lines; without a signature, as in a draft, name and title alone. */
    private static void signer(TaggedCanvas canvas, SignedBy signed, String name, String title) {
        if (signed != null) {
            canvas.paragraph(signed.name(), SIGNATURE);
        }
        canvas.paragraph(name, SIGNER);
        if (!blank(title)) {
            canvas.paragraph(title, TITLE);
        }
        if (signed == null) {
            return;
        }
        canvas.paragraph(
                signed.at() == null
                        ? DESIGN.text("signed.later", signed.name())
                        : DESIGN.text(
                                "signed",
                                signed.name(),
                                DESIGN.dates("signed.date")
                                        .format(signed.at().atZone(signed.zone()))),
                SMALL.space(6, 0));
        canvas.paragraph(DESIGN.text("signed.meaning", signed.meaning()), SMALL);
    }

    /** What the verify line says, for a telephone's camera (ISO/IEC 18004). */
    private static void square(TaggedCanvas canvas, VerifyLine verify) {
        String address = verify.address() + "?code=" + verify.code();
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        float module = SQUARE / code.size;
        canvas.square(
                DESIGN.text("square", address),
                SQUARE,
                pen -> {
                    for (int y = 0; y < code.size; y++) {
                        for (int x = 0; x < code.size; x++) {
                            int from = x;
                            while (x < code.size && code.getModule(x, y)) {
                                x++;
                            }
                            if (x > from) {
                                pen.fill(
                                        from * module,
                                        y * module,
                                        (x - from) * module,
                                        module,
                                        Style.INK);
                            }
                        }
                    }
                });
    }

    private static void context(TaggedCanvas canvas, LetterPage page) {
        if (page.context().isEmpty() && blank(page.waiverStatement())) {
            return;
        }
        canvas.rule(.5f, Style.HAIRLINE, 18, 7);
        canvas.heading(2, DESIGN.text("context"), CONTEXT_HEAD);
        if (!page.context().isEmpty()) {
            canvas.facts(page.context());
        }
        if (!blank(page.waiverStatement())) {
            canvas.paragraph(page.waiverStatement(), SMALL.space(6, 0));
        }
    }

    /** Throws the refusal again with the name of the field it comes from. */
    private static void locate(LetterPage page) {
        check(page.learnerName(), "learnerName");
        check(page.learnerLatinName(), "learnerLatinName");
        check(page.authorName(), "authorName");
        check(page.authorTitle(), "authorTitle");
        check(page.specialty(), "specialty");
        check(page.letterhead().institution(), "letterhead");
        page.letterhead().addressLines().forEach(line -> check(line, "letterhead"));
        check(page.letterhead().phone(), "letterhead");
        check(page.letterhead().email(), "letterhead");
        for (int i = 0; i < page.body().blocks().size(); i++) {
            Block block = page.body().blocks().get(i);
            String place = "body, block " + (i + 1);
            if (block instanceof Paragraph paragraph) {
                check(plain(paragraph.runs()), place);
            } else if (block instanceof Bullets bullets) {
                bullets.items().forEach(item -> check(plain(item), place));
            } else {
                StructuredBlocks.texts(block).forEach(text -> check(text, place));
            }
        }
        for (Fact fact : page.context()) {
            check(fact.label(), "context");
            check(fact.value(), "context");
        }
        check(page.waiverStatement(), "waiverStatement");
        for (SignedBy signed : page.signedBy()) {
            check(signed.name(), "signedBy");
            check(signed.title(), "signedBy");
            check(signed.meaning(), "signedBy");
        }
        if (page.verify() != null) {
            check(page.verify().address(), "verify");
            check(page.verify().code(), "verify");
        }
    }

    private static void check(String text, String place) {
        if (text != null) {
            Typesetter.check(text, place);
        }
    }

    private static String plain(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
