package org.preceptorportal.reports;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the reports on clinical skills have in common: heads, figures in words, the method. */
final class SkillPaper {
    static final Design SHARED = Design.read("clinical-skills/shared.properties");

    static final Style SECTION = Style.serif(13).strong().align(Style.Align.LEFT).space(14, 2);
    static final Style CAPTION =
            Style.serif(8.5f).slanted().color(Style.SOFT).align(Style.Align.LEFT).space(4, 4);
    static final Style CAUTION = Style.serif(9.5f).slanted().align(Style.Align.LEFT).space(8, 0);
    static final Style TEXT = Style.serif(9.5f).align(Style.Align.LEFT).space(2, 4);

    private static final Style KIND =
            Style.sans(8.5f).strong().color(Style.ACCENT).align(Style.Align.LEFT);
    private static final Style NAME = Style.serif(20).strong().leading(1.25f).space(0, 8);
    private static final Style FORMULA = Style.serif(8.5f).align(Style.Align.LEFT).space(0, 3);
    private static final float SIDE = 50;

    /** Width of the text column in points. */
    static final float MEASURE = Sheet.WIDTH - 2 * SIDE;

    /** Of the hash; the method's part prints all of them. */
    private static final int FOOT_DIGITS = 16;

    private static final float TOP = 54;
    private static final float BOTTOM = 58;

    /** Space a key needs between two of its entries. */
    private static final float KEY_GAP = 14;

    private static final float KEY_HEIGHT = 14;
    private static final float KEY_MARK = 22;
    private static final Style KEY = Style.sans(7.5f).color(Style.SOFT).align(Style.Align.LEFT);

    private SkillPaper() {}

    /** An empty report with its head. */
    static TaggedCanvas begin(Design design, String name, Method method) {
        String cutoff = cutoff(method);
        TaggedCanvas canvas =
                new TaggedCanvas(
                        new Sheet(
                                design.text("title", name),
                                null,
                                method.dataCutoff(),
                                SIDE,
                                TOP,
                                BOTTOM,
                                design.text("head", name, cutoff),
                                SHARED.text("foot", method.inputs().substring(0, FOOT_DIGITS)),
                                SHARED.raw("page")));
        canvas.paragraph(design.text("kind"), KIND);
        canvas.heading(1, name, NAME);
        canvas.rule(.9f, Style.INK, 0, 8);
        return canvas;
    }

    static String cutoff(Method method) {
        return moment(method.dataCutoff(), method);
    }

    private static String moment(Instant at, Method method) {
        return SHARED.dates("moment").format(at.atZone(method.zone()));
    }

    /** How the figures came about: enough to compute each of them again. */
    static void method(TaggedCanvas canvas, Method method, int evaluations) {
        canvas.heading(2, SHARED.text("method"), SECTION);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(SHARED.text("method.version"), method.version()));
        facts.add(new Fact(SHARED.text("method.cutoff"), cutoff(method)));
        facts.add(new Fact(SHARED.text("method.n"), whole(evaluations)));
        canvas.facts(facts);
        canvas.paragraph(SHARED.text("method.inputs", method.inputs()), FORMULA.space(5, 3));
        if (method.calibration() != null) {
            canvas.paragraph(
                    SHARED.text(
                            "method.calibration",
                            whole(method.calibration().evaluations()),
                            moment(method.calibration().cutoff(), method)),
                    FORMULA);
        }
        for (Fact formula : method.formulas()) {
            canvas.paragraph(
                    List.of(new Run(formula.label() + "  ", true, false), Run.of(formula.value())),
                    FORMULA);
        }
    }

    static void check(Method method) {
        for (Fact formula : method.formulas()) {
            Typesetter.check(formula.label(), "a formula's name");
            Typesetter.check(formula.value(), "the formula of " + formula.label());
        }
    }

    /** Says below a table or picture what it shows; never on another page. */
    static void caption(TaggedCanvas canvas, String text) {
        canvas.keepNext();
        canvas.paragraph(text, CAPTION);
    }

    /** One mark and what it stands for. */
    record Key(String word, Table.Drawn mark) {}

    /** What the marks of a picture mean, side by side. */
    static void key(TaggedCanvas canvas, List<Key> keys) {
        StringBuilder words = new StringBuilder();
        keys.forEach(k -> words.append(words.isEmpty() ? "" : "; ").append(k.word()));
        canvas.keepNext();
        canvas.figure(
                SHARED.text("key.alt", words),
                KEY_HEIGHT,
                pen -> {
                    float x = 0;
                    for (Key key : keys) {
                        key.mark().draw(pen.moved(x, 0), KEY_MARK, KEY_HEIGHT);
                        x += KEY_MARK + 3;
                        pen.text(x, (KEY_HEIGHT - KEY.lineHeight()) / 2, key.word(), KEY);
                        x += Typesetter.width(key.word(), KEY) + KEY_GAP;
                    }
                });
    }

    static Table.Column column(Design design, String key, float weight, Style.Align align) {
        return new Table.Column(design.text("column." + key), weight, align);
    }

    /** A column whose pictures share the scale from 1 to 5. */
    static Table.Column ratings(Design design, String key, float weight) {
        return new Table.Column(
                design.text("column." + key),
                weight,
                Style.Align.CENTER,
                false,
                (pen, width, height) -> Scale.ofRatings(width).numbers(pen));
    }

    static String mean(Double value) {
        return value == null ? SHARED.text("none") : number(value);
    }

    static String interval(Double low, Double high) {
        return low == null
                ? SHARED.text("notEstimable")
                : SHARED.text("interval", number(low), number(high));
    }

    static DateTimeFormatter day() {
        return SHARED.dates("day");
    }

    /** Two decimals, half up. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String signed(double value) {
        String number = String.format(Locale.ROOT, "%+.2f", value);
        return number.equals("-0.00") ? "+0.00" : number.replace('-', '\u2212');
    }

    static String whole(int value) {
        return String.format(Locale.US, "%,d", value);
    }

    /** A share in percent, or none of nothing. */
    static String share(int part, int all) {
        return all == 0
                ? SHARED.text("none")
                : SHARED.text(
                        "share",
                        String.format(Locale.ROOT, "%.1f", 100.0 * part / all),
                        whole(part),
                        whole(all));
    }
}
