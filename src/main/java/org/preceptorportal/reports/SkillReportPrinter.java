package org.preceptorportal.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.preceptorportal.reports.SkillReportPage.Comment;
import org.preceptorportal.reports.SkillReportPage.Domain;
import org.preceptorportal.reports.SkillReportPage.Point;

/**
 * Prints clinical-skill reports: US Letter, PDF 1.7, PDF/A-2a and PDF/UA-1, the same bytes for the
 * same page.
 */
@ApplicationScoped
public class SkillReportPrinter {
    /** Rises when the layout changes, so that reports are made anew. */
    private static final String LAYOUT = "1";

    private static final Design DESIGN = Design.read("clinical-skills/report.properties");

    private static final float SIDE = 54;
    private static final float TOP = 54;
    private static final float BOTTOM = 60;

    private static final Style KIND =
            Style.sans(8.5f).strong().color(Style.ACCENT).align(Style.Align.LEFT);
    private static final Style NAME = Style.serif(20).strong().leading(1.25f).space(0, 8);
    private static final Style SECTION =
            Style.serif(13).strong().align(Style.Align.LEFT).space(16, 2);
    private static final Style CAPTION =
            Style.serif(8.5f).slanted().color(Style.SOFT).align(Style.Align.LEFT).space(0, 4);
    private static final Style CAUTION =
            Style.serif(9.5f).slanted().align(Style.Align.LEFT).space(8, 0);
    private static final Style COMMENT_HEAD =
            Style.sans(9.5f).strong().align(Style.Align.LEFT).space(10, 0);
    private static final Style COMMENT_DATE =
            Style.sans(8).color(Style.SOFT).align(Style.Align.LEFT).space(0, 3);
    private static final Style SAID = Style.serif(10).space(0, 4);
    private static final Style METHOD = Style.serif(8.5f).align(Style.Align.LEFT).space(0, 4);

    private static final Style AXIS = Style.sans(7.5f).color(Style.SOFT);
    private static final Style LABEL = Style.sans(8.5f).align(Style.Align.LEFT);
    private static final Style VALUE = Style.sans(8.5f).align(Style.Align.LEFT);
    private static final Style PANEL = Style.sans(8).strong().leading(1.2f).align(Style.Align.LEFT);
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    /** What the look of a report depends on; part of a report's key. */
    public String designVersion() {
        return LAYOUT + " " + DESIGN.wording();
    }

    /**
     * @throws UnprintableText if a character has no glyph; its place names the field
     */
    public byte[] print(SkillReportPage page) {
        check(page);
        String learner = learner(page);
        String cutoff = DESIGN.dates("moment").format(page.dataCutoff().atZone(page.zone()));
        TaggedCanvas canvas =
                new TaggedCanvas(
                        new Sheet(
                                DESIGN.text("title", learner),
                                null,
                                page.dataCutoff(),
                                SIDE,
                                TOP,
                                BOTTOM,
                                DESIGN.text("head", learner, cutoff),
                                DESIGN.text("foot", page.inputs()),
                                DESIGN.raw("page")));
        canvas.paragraph(DESIGN.text("kind"), KIND);
        canvas.heading(1, learner, NAME);
        canvas.rule(.9f, Style.INK, 0, 8);
        canvas.facts(facts(page, cutoff));
        if (page.evaluations() == 1) {
            canvas.paragraph(DESIGN.text("few.one"), CAUTION);
        } else if (page.preceptors() < 3) {
            canvas.paragraph(DESIGN.text("few"), CAUTION);
        }
        table(canvas, page.domains());
        dots(canvas, page.domains());
        trend(canvas, page.domains());
        narrative(canvas, page.comments());
        method(canvas, page, cutoff);
        return canvas.close();
    }

    private static List<Fact> facts(SkillReportPage page, String cutoff) {
        DateTimeFormatter day = DESIGN.dates("day");
        LocalDate first =
                page.comments().stream()
                        .map(Comment::ended)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        LocalDate last =
                page.comments().stream()
                        .map(Comment::ended)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        String ended =
                first.equals(last)
                        ? day.format(first)
                        : DESIGN.text("range", day.format(first), day.format(last));
        return List.of(
                new Fact(DESIGN.text("fact.school"), page.school()),
                new Fact(DESIGN.text("fact.evaluations"), Integer.toString(page.evaluations())),
                new Fact(DESIGN.text("fact.preceptors"), Integer.toString(page.preceptors())),
                new Fact(DESIGN.text("fact.littleContact"), Integer.toString(page.littleContact())),
                new Fact(DESIGN.text("fact.rotations"), ended),
                new Fact(DESIGN.text("fact.cutoff"), cutoff),
                new Fact(DESIGN.text("fact.method"), page.method()));
    }

    private static void table(TaggedCanvas canvas, List<Domain> domains) {
        canvas.heading(2, DESIGN.text("table"), SECTION);
        canvas.paragraph(DESIGN.text("table.caption"), CAPTION);
        canvas.keepNext();
        List<Table.Column> columns =
                List.of(
                        column("domain", 6f, Style.Align.LEFT),
                        column("evaluations", 1.7f, Style.Align.RIGHT),
                        column("ratings", 1.3f, Style.Align.RIGHT),
                        column("notObserved", 1.5f, Style.Align.RIGHT),
                        column("mean", 1.1f, Style.Align.RIGHT),
                        column("interval", 2.2f, Style.Align.RIGHT));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Domain d : domains) {
            rows.add(
                    List.of(
                            Table.rowHead(d.label()),
                            Table.text(Integer.toString(d.evaluations())),
                            Table.text(Integer.toString(d.ratings())),
                            Table.text(Integer.toString(d.notObserved())),
                            Table.text(d.mean() == null ? DESIGN.text("none") : number(d.mean())),
                            Table.text(interval(d))));
        }
        canvas.table(new Table(columns, rows));
    }

    private static Table.Column column(String key, float weight, Style.Align align) {
        return new Table.Column(DESIGN.text("column." + key), weight, align);
    }

    private static String interval(Domain d) {
        if (d.mean() == null) {
            return DESIGN.text("none");
        }
        return d.low() == null
                ? DESIGN.text("notEstimable")
                : DESIGN.text("interval", number(d.low()), number(d.high()));
    }

    private static void dots(TaggedCanvas canvas, List<Domain> domains) {
        float row = 17;
        float labels = 208;
        float right = 400;
        float measure = Sheet.WIDTH - 2 * SIDE;
        float axis = domains.size() * row + 4;
        String alternative =
                domains.stream().map(SkillReportPrinter::inWords).collect(Collectors.joining(" "));
        canvas.heading(2, DESIGN.text("dots"), SECTION);
        canvas.together(
                () -> {
                    canvas.figure(
                            DESIGN.text("dots.alt", alternative),
                            axis + 16,
                            pen -> {
                                for (int v = LOWEST; v <= HIGHEST; v++) {
                                    float x = onScale(v, labels, right);
                                    pen.line(x, 0, x, axis, .5f, Style.HAIRLINE);
                                    pen.text(
                                            x,
                                            axis + 3,
                                            Integer.toString(v),
                                            AXIS.align(Style.Align.CENTER));
                                }
                                pen.line(labels, axis, right, axis, .6f, Style.SOFT);
                                for (int i = 0; i < domains.size(); i++) {
                                    dot(pen, domains.get(i), i * row, row, labels, right, measure);
                                }
                            });
                    canvas.paragraph(DESIGN.text("dots.caption"), CAPTION);
                });
    }

    private static void dot(
            Pen pen, Domain d, float top, float row, float labels, float right, float measure) {
        float middle = top + row / 2;
        float text = middle - LABEL.lineHeight() / 2;
        pen.text(0, text, d.label(), LABEL);
        if (d.mean() == null) {
            pen.text(right + 12, text, DESIGN.text("dots.none"), VALUE.color(Style.SOFT));
            return;
        }
        for (Point point : d.points()) {
            pen.ring(onScale(point.value(), labels, right), middle, 2.2f, .6f, Style.SOFT);
        }
        if (d.low() != null) {
            float low = onScale(d.low(), labels, right);
            float high = onScale(d.high(), labels, right);
            pen.line(low, middle, high, middle, 1.4f, Style.ACCENT);
            pen.line(low, middle - 3, low, middle + 3, 1, Style.ACCENT);
            pen.line(high, middle - 3, high, middle + 3, 1, Style.ACCENT);
        }
        pen.dot(onScale(d.mean(), labels, right), middle, 3, Style.ACCENT);
        String value = number(d.mean());
        pen.text(right + 12, text, value, VALUE.strong());
        if (d.low() != null) {
            String between = DESIGN.text("interval", number(d.low()), number(d.high()));
            pen.text(measure, text, between, VALUE.color(Style.SOFT).align(Style.Align.RIGHT));
        }
    }

    private static float onScale(double value, float left, float right) {
        return (float) (left + (value - LOWEST) / (HIGHEST - LOWEST) * (right - left));
    }

    private static String inWords(Domain d) {
        if (d.mean() == null) {
            return DESIGN.text("dots.alt.none", d.label());
        }
        return d.low() == null
                ? DESIGN.text("dots.alt.mean", d.label(), number(d.mean()))
                : DESIGN.text(
                        "dots.alt.interval",
                        d.label(),
                        number(d.mean()),
                        number(d.low()),
                        number(d.high()));
    }

    /** Small charts side by side, all with the same axes. */
    private static void trend(TaggedCanvas canvas, List<Domain> domains) {
        List<LocalDate> dates =
                domains.stream()
                        .flatMap(d -> d.points().stream())
                        .map(Point::date)
                        .sorted()
                        .toList();
        if (dates.isEmpty() || dates.get(0).equals(dates.get(dates.size() - 1))) {
            return;
        }
        int columns = 3;
        float gap = 20;
        float width = (Sheet.WIDTH - 2 * SIDE - (columns - 1) * gap) / columns;
        float head = 22;
        float plot = 46;
        float height = head + plot + 24;
        int rows = (domains.size() + columns - 1) / columns;
        String alternative =
                domains.stream()
                        .map(SkillReportPrinter::trendInWords)
                        .collect(Collectors.joining(" "));
        canvas.heading(2, DESIGN.text("trend"), SECTION);
        canvas.together(
                () -> {
                    canvas.figure(
                            DESIGN.text("trend.alt", alternative),
                            rows * height,
                            pen -> {
                                for (int i = 0; i < domains.size(); i++) {
                                    float x = i % columns * (width + gap);
                                    float y = i / columns * height;
                                    panel(pen, domains.get(i), x, y, width, head, plot, dates);
                                }
                            });
                    canvas.paragraph(DESIGN.text("trend.caption"), CAPTION);
                });
    }

    private static void panel(
            Pen pen,
            Domain d,
            float x,
            float y,
            float width,
            float head,
            float plot,
            List<LocalDate> dates) {
        List<String> title = twoLines(d.label(), width);
        for (int i = 0; i < title.size(); i++) {
            float up = (title.size() - i) * PANEL.lineHeight();
            pen.text(x, y + head - up - 1, title.get(i), PANEL);
        }
        float top = y + head + 6;
        float left = x + 10;
        float right = x + width - 20;
        for (int v : new int[] {LOWEST, 3, HIGHEST}) {
            float at = top + plot * (HIGHEST - v) / (HIGHEST - LOWEST);
            pen.line(left, at, right, at, .5f, Style.HAIRLINE);
            pen.text(
                    x + 5,
                    at - AXIS.lineHeight() / 2,
                    Integer.toString(v),
                    AXIS.align(Style.Align.RIGHT));
        }
        LocalDate first = dates.get(0);
        LocalDate last = dates.get(dates.size() - 1);
        float beforeX = 0;
        float beforeY = 0;
        for (int i = 0; i < d.points().size(); i++) {
            Point point = d.points().get(i);
            float share =
                    (float) ChronoUnit.DAYS.between(first, point.date())
                            / ChronoUnit.DAYS.between(first, last);
            float px = left + 4 + share * (right - left - 8);
            float py = top + (float) (plot * (HIGHEST - point.value()) / (HIGHEST - LOWEST));
            if (i > 0) {
                pen.line(beforeX, beforeY, px, py, 1, Style.ACCENT);
            }
            beforeX = px;
            beforeY = py;
        }
        for (Point point : d.points()) {
            float share =
                    (float) ChronoUnit.DAYS.between(first, point.date())
                            / ChronoUnit.DAYS.between(first, last);
            float py = top + (float) (plot * (HIGHEST - point.value()) / (HIGHEST - LOWEST));
            pen.dot(left + 4 + share * (right - left - 8), py, 2, Style.ACCENT);
        }
        if (d.points().isEmpty()) {
            pen.text(
                    (left + right) / 2,
                    top + plot / 2 - AXIS.lineHeight() / 2,
                    DESIGN.text("dots.none"),
                    AXIS.align(Style.Align.CENTER));
        } else {
            String value = number(d.points().get(d.points().size() - 1).value());
            pen.text(beforeX + 5, beforeY - AXIS.lineHeight() / 2, value, AXIS.color(Style.INK));
        }
        DateTimeFormatter month = DESIGN.dates("month");
        pen.text(left, top + plot + 2, month.format(first), AXIS.align(Style.Align.LEFT));
        pen.text(right, top + plot + 2, month.format(last), AXIS.align(Style.Align.RIGHT));
    }

    private static List<String> twoLines(String label, float width) {
        if (Typesetter.width(label, PANEL) <= width) {
            return List.of(label);
        }
        int middle = label.length() / 2;
        int cut = -1;
        for (int i = label.indexOf(' '); i >= 0; i = label.indexOf(' ', i + 1)) {
            if (cut < 0 || Math.abs(i - middle) < Math.abs(cut - middle)) {
                cut = i;
            }
        }
        return cut < 0
                ? List.of(label)
                : List.of(label.substring(0, cut), label.substring(cut + 1));
    }

    private static String trendInWords(Domain d) {
        if (d.points().isEmpty()) {
            return DESIGN.text("trend.alt.none", d.label());
        }
        DateTimeFormatter day = DESIGN.dates("day");
        return DESIGN.text(
                "trend.alt.domain",
                d.label(),
                d.points().stream()
                        .map(
                                p ->
                                        DESIGN.text(
                                                "trend.alt.point",
                                                number(p.value()),
                                                day.format(p.date())))
                        .collect(Collectors.joining(", ")));
    }

    private static void narrative(TaggedCanvas canvas, List<Comment> comments) {
        DateTimeFormatter day = DESIGN.dates("day");
        canvas.heading(2, DESIGN.text("narrative"), SECTION);
        for (Comment c : comments) {
            canvas.heading(
                    3, DESIGN.text("narrative.head", c.rotation(), c.preceptor()), COMMENT_HEAD);
            if (c.daysObserved() != null) {
                canvas.paragraph(
                        DESIGN.text("narrative.when", day.format(c.ended()), c.daysObserved()),
                        COMMENT_DATE);
                canvas.keepNext();
            }
            said(canvas, "strengths", c.strengths());
            said(canvas, "improvement", c.improvement());
        }
    }

    private static void said(TaggedCanvas canvas, String key, String text) {
        canvas.paragraph(
                List.of(
                        new Run(DESIGN.text("narrative." + key) + "  ", true, false),
                        Run.of(DESIGN.text("narrative.quote", text))),
                SAID);
    }

    private static void method(TaggedCanvas canvas, SkillReportPage page, String cutoff) {
        canvas.heading(2, DESIGN.text("method"), SECTION);
        canvas.paragraph(DESIGN.text("method.1", page.method()), METHOD);
        canvas.paragraph(DESIGN.text("method.2", cutoff), METHOD);
    }

    private static String learner(SkillReportPage page) {
        String latin = page.learnerLatinName();
        return latin == null || latin.isBlank() || latin.equals(page.learnerName())
                ? page.learnerName()
                : DESIGN.text("learner.latin", page.learnerName(), latin);
    }

    /** Two decimals, half up. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void check(SkillReportPage page) {
        Typesetter.check(learner(page), "the learner's name");
        Typesetter.check(page.school(), "the medical school");
        page.domains().forEach(d -> Typesetter.check(d.label(), "a domain"));
        for (Comment c : page.comments()) {
            Typesetter.check(c.rotation(), "a rotation");
            Typesetter.check(c.preceptor(), "a preceptor's name");
            Typesetter.check(c.strengths(), "the strengths written by " + c.preceptor());
            Typesetter.check(c.improvement(), "the thing to improve written by " + c.preceptor());
        }
    }
}
