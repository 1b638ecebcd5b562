package org.preceptorportal.reports;

import static org.preceptorportal.reports.SkillPaper.CAPTION;
import static org.preceptorportal.reports.SkillPaper.SECTION;
import static org.preceptorportal.reports.SkillPaper.interval;
import static org.preceptorportal.reports.SkillPaper.mean;
import static org.preceptorportal.reports.SkillPaper.number;
import static org.preceptorportal.reports.SkillPaper.signed;
import static org.preceptorportal.reports.SkillPaper.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.preceptorportal.reports.SkillReportPage.Comment;
import org.preceptorportal.reports.SkillReportPage.Fair;
import org.preceptorportal.reports.SkillReportPage.Row;

/**
 * Prints clinical-skill reports: US Letter, PDF 1.7, PDF/A-2a and PDF/UA-1, the same bytes for the
 * same page; three pages at most, unless so much was rated that the figures alone need more.
 */
@ApplicationScoped
public class SkillReportPrinter {
    /** Rises when the layout changes, so that reports are made anew. */
    private static final String LAYOUT = "3";

    private static final Design DESIGN = Design.read("clinical-skills/report.properties");

    private static final int MOST_PAGES = 3;

    /** Characters a comment may keep when all together are too long, tried one after the other. */
    private static final int[] DIGESTS = {Integer.MAX_VALUE, 600, 400, 240, 160, 100};

    /** Below it a score is too unsure to decide on. */
    private static final double RELIABLE = .7;

    private static final Style COMMENT_HEAD =
            Style.sans(9).strong().align(Style.Align.LEFT).space(8, 1);
    private static final Style SAID = Style.serif(9.5f).space(0, 2);

    /** What the look of a report depends on; part of a report's key. */
    public String designVersion() {
        return LAYOUT + " " + DESIGN.wording() + SkillPaper.SHARED.wording();
    }

    /**
     * @throws UnprintableText if a character has no glyph; its place names the field
     */
    public byte[] print(SkillReportPage page) {
        check(page);
        List<TaggedCanvas> tooLong = new ArrayList<>();
        for (int longest : DIGESTS) {
            TaggedCanvas canvas = canvas(page, longest);
            if (canvas.pages() <= MOST_PAGES) {
                return canvas.close();
            }
            tooLong.add(canvas);
        }
        // Figures alone can take more. Then no words are cut for nothing.
        int fewest = tooLong.get(tooLong.size() - 1).pages();
        return tooLong.stream()
                .filter(canvas -> canvas.pages() == fewest)
                .findFirst()
                .orElseThrow()
                .close();
    }

    private static TaggedCanvas canvas(SkillReportPage page, int longest) {
        TaggedCanvas canvas = SkillPaper.begin(DESIGN, learner(page), page.method());
        canvas.facts(facts(page));
        if (page.evaluations() == 1) {
            canvas.paragraph(DESIGN.text("few.one"), SkillPaper.CAUTION);
        } else if (page.preceptors() < 3) {
            canvas.paragraph(DESIGN.text("few"), SkillPaper.CAUTION);
        }
        ratings(canvas, page);
        fair(canvas, page.domains());
        growth(canvas, page);
        Trend.draw(canvas, DESIGN, page.domains());
        narrative(canvas, page.comments(), longest);
        SkillPaper.method(canvas, page.method(), page.evaluations());
        return canvas;
    }

    private static List<Fact> facts(SkillReportPage page) {
        DateTimeFormatter day = SkillPaper.day();
        List<LocalDate> ends = page.comments().stream().map(Comment::ended).sorted().toList();
        String first = day.format(ends.get(0));
        String last = day.format(ends.get(ends.size() - 1));
        return List.of(
                new Fact(DESIGN.text("fact.school"), page.school()),
                new Fact(DESIGN.text("fact.evaluations"), whole(page.evaluations())),
                new Fact(DESIGN.text("fact.preceptors"), whole(page.preceptors())),
                new Fact(
                        DESIGN.text("fact.rotations"),
                        first.equals(last) ? first : DESIGN.text("range", first, last)),
                new Fact(DESIGN.text("fact.cutoff"), SkillPaper.cutoff(page.method())),
                new Fact(DESIGN.text("fact.littleContact"), whole(page.littleContact())));
    }

    private static void ratings(TaggedCanvas canvas, SkillReportPage page) {
        canvas.heading(2, DESIGN.text("table"), SECTION);
        canvas.table(forest(page.domains(), "domain"));
        if (!page.activities().isEmpty()) {
            canvas.table(forest(page.activities(), "activity"));
        }
        boolean band = rows(page).stream().anyMatch(r -> r.cohort() != null);
        boolean adjusted = page.domains().stream().anyMatch(SkillReportPrinter::estimable);
        List<SkillPaper.Key> keys = new ArrayList<>();
        keys.add(
                new SkillPaper.Key(
                        DESIGN.text("key.mean"),
                        (pen, width, height) -> {
                            Scale scale = Scale.ofRatings(width);
                            scale.interval(pen, 1.4, 4.6, height / 2);
                            scale.dot(pen, 3, height / 2);
                        }));
        keys.add(
                new SkillPaper.Key(
                        DESIGN.text("key.one"),
                        (pen, width, height) -> Scale.ofRatings(width).ring(pen, 4, height / 2)));
        if (band) {
            keys.add(
                    new SkillPaper.Key(
                            DESIGN.text("key.cohort"),
                            (pen, width, height) ->
                                    Scale.ofRatings(width)
                                            .band(pen, new Band(1, 3, 5, 1), height / 2)));
        }
        if (adjusted) {
            keys.add(
                    new SkillPaper.Key(
                            DESIGN.text("key.adjusted"),
                            (pen, width, height) ->
                                    Scale.ofRatings(width).diamond(pen, 4, height / 2)));
        }
        SkillPaper.key(canvas, keys);
        SkillPaper.caption(canvas, DESIGN.text("table.caption", notObserved(page)));
    }

    private static List<Row> rows(SkillReportPage page) {
        List<Row> rows = new ArrayList<>(page.domains());
        rows.addAll(page.activities());
        return rows;
    }

    private static String notObserved(SkillReportPage page) {
        int items = page.domains().stream().mapToInt(Row::notObserved).sum();
        String never =
                page.domains().stream()
                        .filter(r -> r.mean() == null)
                        .map(Row::label)
                        .collect(Collectors.joining(", "));
        return DESIGN.text("notObserved", items)
                + (never.isEmpty() ? "" : " " + DESIGN.text("notObserved.never", never));
    }

    private static Table forest(List<Row> rows, String head) {
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, head, 5.2f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "evaluations", 1.75f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "notObserved", 1.75f, Style.Align.RIGHT),
                        SkillPaper.ratings(DESIGN, "scale", 5.3f),
                        SkillPaper.column(DESIGN, "mean", 1.2f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "interval", 2.4f, Style.Align.RIGHT));
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Row r : rows) {
            cells.add(
                    List.of(
                            Table.rowHead(r.label()),
                            Table.text(whole(r.evaluations())),
                            Table.text(whole(r.notObserved())),
                            new Table.PlotCell(inWords(r), (pen, w, h) -> plot(pen, r, w, h)),
                            Table.text(mean(r.mean())),
                            Table.text(
                                    r.mean() == null
                                            ? DESIGN.text("notRated")
                                            : interval(r.low(), r.high()))));
        }
        return new Table(columns, cells, Table.Look.DENSE);
    }

    private static void plot(Pen pen, Row r, float width, float height) {
        Scale scale = Scale.ofRatings(width);
        float middle = height / 2;
        // Two lanes: what was given above, the adjusted score below, so that none hides the other.
        float given = estimable(r) ? middle - 2.2f : middle;
        scale.grid(pen, height);
        if (r.cohort() != null) {
            scale.band(pen, r.cohort(), middle);
        }
        r.points().forEach(p -> scale.ring(pen, p.value(), given));
        if (r.low() != null) {
            scale.interval(pen, r.low(), r.high(), given);
        }
        if (r.mean() != null) {
            scale.dot(pen, r.mean(), given);
        }
        if (estimable(r)) {
            scale.diamond(pen, r.fair().score().value(), middle + 3.4f);
        }
    }

    /** The picture without what the cells beside it say. */
    private static String inWords(Row r) {
        if (r.mean() == null) {
            return DESIGN.text("plot.alt.none");
        }
        String points =
                r.points().stream().map(p -> number(p.value())).collect(Collectors.joining(", "));
        String text = DESIGN.text("plot.alt", points);
        if (r.cohort() != null) {
            Band c = r.cohort();
            text +=
                    " "
                            + DESIGN.text(
                                    "plot.alt.cohort",
                                    number(c.low()),
                                    number(c.high()),
                                    number(c.middle()),
                                    c.learners());
        }
        return text;
    }

    private static boolean estimable(Row r) {
        return r.fair() != null && r.fair().score().value() != null;
    }

    /** The raw mean beside the score with leniency taken out, and what may be concluded. */
    private static void fair(TaggedCanvas canvas, List<Row> domains) {
        List<Row> computed =
                domains.stream().filter(r -> r.fair() != null && r.mean() != null).toList();
        if (computed.isEmpty()) {
            return;
        }
        canvas.heading(2, DESIGN.text("fair"), SECTION);
        List<String> reasons =
                computed.stream().map(r -> r.fair().score().reason()).distinct().toList();
        if (reasons.size() == 1 && reasons.get(0) != null) {
            canvas.paragraph(DESIGN.text("fair.none", reasons.get(0)), SkillPaper.TEXT);
            return;
        }
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "domain", 4.1f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "raw", 1.1f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "adjusted", 1.6f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "interval", 2.2f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "reliability", 1.75f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "needed", 1.9f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "conclusion", 6f, Style.Align.LEFT));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Row r : computed) {
            Fair fair = r.fair();
            boolean known = estimable(r);
            rows.add(
                    List.of(
                            Table.rowHead(r.label()),
                            Table.text(mean(fair.raw())),
                            Table.text(mean(fair.score().value())),
                            Table.text(
                                    known
                                            ? interval(fair.score().low(), fair.score().high())
                                            : mean(null)),
                            Table.text(mean(fair.reliability())),
                            Table.text(needed(fair)),
                            Table.text(conclusion(r))));
        }
        canvas.table(new Table(columns, rows, Table.Look.DENSE));
        SkillPaper.caption(canvas, DESIGN.text("fair.caption"));
    }

    private static String needed(Fair fair) {
        return fair.preceptorsNeeded() == null
                ? mean(null)
                : DESIGN.text("needed", whole(fair.preceptors()), whole(fair.preceptorsNeeded()));
    }

    private static String conclusion(Row r) {
        Fair fair = r.fair();
        if (!estimable(r)) {
            return DESIGN.text("fair.notEstimable", fair.score().reason());
        }
        String text = DESIGN.text("fair." + against(fair.score(), r.cohort()));
        return fair.reliability() != null && fair.reliability() < RELIABLE
                ? text + " " + DESIGN.text("fair.unsure")
                : text;
    }

    private static String against(Estimate score, Band cohort) {
        if (cohort == null || score.low() == null) {
            return "alone";
        } else if (score.low() > cohort.high()) {
            return "wellAbove";
        } else if (score.low() > cohort.middle()) {
            return "above";
        } else if (score.high() < cohort.low()) {
            return "wellBelow";
        } else if (score.high() < cohort.middle()) {
            return "below";
        }
        return "among";
    }

    private static void growth(TaggedCanvas canvas, SkillReportPage page) {
        List<Row> both = page.domains().stream().filter(r -> r.growth() != null).toList();
        if (both.isEmpty()) {
            return;
        }
        canvas.heading(2, DESIGN.text("growth"), SECTION);
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "domain", 5.2f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "both", 1.6f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "middle", 1.3f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "end", 1.3f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "change", 1.3f, Style.Align.RIGHT),
                        SkillPaper.ratings(DESIGN, "scale", 5.6f));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Row r : both) {
            SkillReportPage.Growth g = r.growth();
            rows.add(
                    List.of(
                            Table.rowHead(r.label()),
                            Table.text(whole(g.rotations())),
                            Table.text(number(g.middle())),
                            Table.text(number(g.end())),
                            Table.text(signed(g.end() - g.middle())),
                            new Table.PlotCell(
                                    DESIGN.text("growth.alt", number(g.middle()), number(g.end())),
                                    (pen, w, h) -> {
                                        Scale scale = Scale.ofRatings(w);
                                        scale.grid(pen, h);
                                        float from = scale.at(g.middle());
                                        float to = scale.at(g.end());
                                        pen.line(from, h / 2, to, h / 2, 1.1f, Style.ACCENT);
                                        scale.ring(pen, g.middle(), h / 2);
                                        scale.dot(pen, g.end(), h / 2);
                                    })));
        }
        canvas.table(new Table(columns, rows, Table.Look.DENSE));
        SkillPaper.caption(canvas, DESIGN.text("growth.caption"));
    }

    /** In full below each other; where that is too long, cut and side by side. */
    private static void narrative(TaggedCanvas canvas, List<Comment> comments, int longest) {
        canvas.heading(2, DESIGN.text("narrative"), SECTION);
        if (longest < Integer.MAX_VALUE) {
            canvas.paragraph(DESIGN.text("narrative.cut"), CAPTION);
            canvas.keepNext();
            canvas.table(digest(comments, longest));
            return;
        }
        for (Comment c : comments) {
            canvas.heading(
                    3,
                    DESIGN.text("narrative.head", c.rotation(), c.preceptor(), ended(c)),
                    COMMENT_HEAD);
            said(canvas, "strengths", c.strengths());
            said(canvas, "improvement", c.improvement());
        }
    }

    private static String ended(Comment c) {
        String day = SkillPaper.day().format(c.ended());
        return c.daysObserved() == null
                ? DESIGN.text("narrative.ended", day)
                : DESIGN.text("narrative.ended.days", day, c.daysObserved());
    }

    private static Table digest(List<Comment> comments, int longest) {
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "rotation", 5, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "strengths", 5.5f, Style.Align.START),
                        SkillPaper.column(DESIGN, "improvement", 5.5f, Style.Align.START));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Comment c : comments) {
            rows.add(
                    List.of(
                            new Table.TextCell(
                                    List.of(
                                            new Run(c.rotation() + "\n", true, false),
                                            Run.of(c.preceptor() + "\n" + ended(c))),
                                    true),
                            quoted(c.strengths(), longest),
                            quoted(c.improvement(), longest)));
        }
        return new Table(columns, rows, Table.Look.QUOTES);
    }

    private static Table.Cell quoted(String text, int longest) {
        return Table.text(DESIGN.text("narrative.quote", Digest.of(text, longest)));
    }

    private static void said(TaggedCanvas canvas, String key, String text) {
        canvas.paragraph(
                List.of(
                        new Run(DESIGN.text("narrative." + key) + "  ", true, false),
                        Run.of(DESIGN.text("narrative.quote", text))),
                SAID);
    }

    private static String learner(SkillReportPage page) {
        String latin = page.learnerLatinName();
        return latin == null || latin.isBlank() || latin.equals(page.learnerName())
                ? page.learnerName()
                : DESIGN.text("learner.latin", page.learnerName(), latin);
    }

    private static void check(SkillReportPage page) {
        Typesetter.check(learner(page), "the learner's name");
        Typesetter.check(page.school(), "the medical school");
        rows(page).forEach(d -> Typesetter.check(d.label(), "a domain"));
        for (Comment c : page.comments()) {
            Typesetter.check(c.rotation(), "a rotation");
            Typesetter.check(c.preceptor(), "a preceptor's name");
            Typesetter.check(c.strengths(), "the strengths written by " + c.preceptor());
            Typesetter.check(c.improvement(), "the thing to improve written by " + c.preceptor());
        }
        SkillPaper.check(page.method());
    }
}
