package org.preceptorportal.reports;

import static org.preceptorportal.reports.SkillPaper.SECTION;
import static org.preceptorportal.reports.SkillPaper.mean;
import static org.preceptorportal.reports.SkillPaper.number;
import static org.preceptorportal.reports.SkillPaper.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.preceptorportal.reports.CohortReportPage.Cell;
import org.preceptorportal.reports.CohortReportPage.Domain;
import org.preceptorportal.reports.CohortReportPage.Learner;
import org.preceptorportal.reports.CohortReportPage.Sources;

/** Prints a cohort: its domains, where differences come from, and the heat map. */
@ApplicationScoped
public class CohortReportPrinter {
    /** Rises when the layout changes, so that reports are made anew. */
    private static final String LAYOUT = "1";

    private static final Design DESIGN = Design.read("clinical-skills/cohort.properties");

    /** Domains that stand side by side in one map. */
    private static final int MOST_COLUMNS = 10;

    /** From so many evaluations a mean is printed upright. */
    private static final int ENOUGH = 3;

    /** From the lowest to the highest fifth of the scale; ink on the deepest has 7:1. */
    private static final int[] SHADES = {0xf6f8f6, 0xe6efeb, 0xd2e4dd, 0xb9d6cc, 0x9cc6b9};

    /** What the look of a report depends on; part of a report's key. */
    public String designVersion() {
        return LAYOUT + " " + DESIGN.wording() + SkillPaper.SHARED.wording();
    }

    /**
     * @throws UnprintableText if a character has no glyph; its place names the field
     */
    public byte[] print(CohortReportPage page) {
        check(page);
        TaggedCanvas canvas = SkillPaper.begin(DESIGN, page.title(), page.method());
        canvas.facts(
                List.of(
                        new Fact(DESIGN.text("fact.institution"), page.institution()),
                        new Fact(DESIGN.text("fact.learners"), whole(page.learners().size())),
                        new Fact(DESIGN.text("fact.evaluations"), whole(page.evaluations())),
                        new Fact(DESIGN.text("fact.preceptors"), whole(page.preceptors())),
                        new Fact(DESIGN.text("fact.littleContact"), whole(page.littleContact())),
                        new Fact(DESIGN.text("fact.cutoff"), SkillPaper.cutoff(page.method()))));
        domains(canvas, page.domains());
        sources(canvas, page.domains());
        map(canvas, page);
        SkillPaper.method(canvas, page.method(), page.evaluations());
        return canvas.close();
    }

    private static void domains(TaggedCanvas canvas, List<Domain> domains) {
        canvas.heading(2, DESIGN.text("domains"), SECTION);
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "domain", 4.9f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "learners", 1.45f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "evaluations", 1.8f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "notObserved", 1.65f, Style.Align.RIGHT),
                        SkillPaper.ratings(DESIGN, "scale", 4.6f),
                        SkillPaper.column(DESIGN, "mean", 1.15f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "middleHalf", 2.2f, Style.Align.RIGHT));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Domain d : domains) {
            rows.add(
                    List.of(
                            Table.rowHead(d.label()),
                            Table.text(whole(d.learners())),
                            Table.text(whole(d.evaluations())),
                            Table.text(
                                    d.notObserved() == null ? mean(null) : whole(d.notObserved())),
                            new Table.PlotCell(inWords(d), (pen, w, h) -> plot(pen, d, w, h)),
                            Table.text(mean(d.mean())),
                            Table.text(
                                    d.band() == null
                                            ? DESIGN.text("tooFew")
                                            : SkillPaper.interval(
                                                    d.band().low(), d.band().high()))));
        }
        canvas.table(new Table(columns, rows, Table.Look.DENSE));
        SkillPaper.caption(canvas, DESIGN.text("domains.caption"));
    }

    private static void plot(Pen pen, Domain d, float width, float height) {
        Scale scale = Scale.ofRatings(width);
        scale.grid(pen, height);
        if (d.band() != null) {
            scale.band(pen, d.band(), height / 2);
        }
        if (d.mean() != null) {
            scale.dot(pen, d.mean(), height / 2);
        }
    }

    private static String inWords(Domain d) {
        if (d.band() == null) {
            return DESIGN.text("plot.alt.none");
        }
        return d.deviation() == null
                ? DESIGN.text("plot.alt", number(d.band().middle()))
                : DESIGN.text(
                        "plot.alt.deviation", number(d.band().middle()), number(d.deviation()));
    }

    private static void sources(TaggedCanvas canvas, List<Domain> domains) {
        canvas.heading(2, DESIGN.text("sources"), SECTION);
        canvas.paragraph(DESIGN.text("sources.text"), SkillPaper.TEXT);
        List<Domain> unknown = domains.stream().filter(d -> d.sources() == null).toList();
        List<Domain> unsolved = unknown.stream().filter(Domain::unsolved).toList();
        if (unknown.size() < domains.size()) {
            shares(canvas, domains);
        } else if (unsolved.isEmpty()) {
            canvas.paragraph(DESIGN.text("sources.none"), SkillPaper.TEXT);
            return;
        }
        reason(canvas, "sources.unsolved", unsolved);
        reason(canvas, "sources.few", unknown.stream().filter(d -> !d.unsolved()).toList());
    }

    private static void reason(TaggedCanvas canvas, String sentence, List<Domain> domains) {
        if (!domains.isEmpty()) {
            String labels = domains.stream().map(Domain::label).collect(Collectors.joining(", "));
            canvas.paragraph(DESIGN.text(sentence, labels), SkillPaper.TEXT);
        }
    }

    private static void shares(TaggedCanvas canvas, List<Domain> domains) {
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "domain", 4.6f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "shares", 4.8f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "ofLearners", 1.5f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "ofPreceptors", 1.8f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "needed", 2f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "given", 2.1f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "unlinked", 1.5f, Style.Align.RIGHT));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Domain d : domains) {
            rows.add(d.sources() == null ? unknown(d) : known(d, d.sources()));
        }
        canvas.table(new Table(columns, rows, Table.Look.DENSE));
        SkillPaper.key(
                canvas,
                List.of(
                        new SkillPaper.Key(
                                DESIGN.text("key.learners"),
                                (pen, w, h) -> bar(pen, 1, 0, 1, w, h)),
                        new SkillPaper.Key(
                                DESIGN.text("key.preceptors"),
                                (pen, w, h) -> bar(pen, 0, 1, 1, w, h)),
                        new SkillPaper.Key(
                                DESIGN.text("key.rest"), (pen, w, h) -> bar(pen, 0, 0, 1, w, h))));
        SkillPaper.caption(canvas, DESIGN.text("sources.caption"));
    }

    private static List<Table.Cell> unknown(Domain d) {
        return List.of(
                Table.rowHead(d.label()),
                Table.text(SkillPaper.SHARED.text("notEstimable")),
                Table.text(mean(null)),
                Table.text(mean(null)),
                Table.text(mean(null)),
                given(d),
                Table.text(whole(d.unlinked())));
    }

    private static List<Table.Cell> known(Domain d, Sources s) {
        double all = s.learners() + s.preceptors() + s.rest();
        String rest = percent(s.rest() / all);
        String needed =
                s.needed() == null
                        ? DESIGN.text("needed.none")
                        : DESIGN.text(
                                "needed",
                                whole(s.needed()),
                                s.neededRaw() == null ? mean(null) : whole(s.neededRaw()));
        return List.of(
                Table.rowHead(d.label()),
                new Table.PlotCell(
                        DESIGN.text("shares.alt", rest),
                        (pen, w, h) -> bar(pen, s.learners(), s.preceptors(), all, w, h)),
                Table.text(percent(s.learners() / all)),
                Table.text(percent(s.preceptors() / all)),
                Table.text(needed),
                given(d),
                Table.text(whole(d.unlinked())));
    }

    private static Table.Cell given(Domain d) {
        return Table.text(DESIGN.text("given", whole(d.estimable()), whole(d.learners())));
    }

    /** Full, hatched, empty: told apart without color. */
    private static void bar(
            Pen pen, double learners, double preceptors, double all, float width, float height) {
        float top = height / 2 - 4;
        float first = (float) (width * learners / all);
        float second = (float) (width * preceptors / all);
        pen.fill(0, top, first, 8, Style.ACCENT);
        for (float x = first + 2; x < first + second; x += 2.5f) {
            pen.line(x, top, x, top + 8, .7f, Style.ACCENT);
        }
        pen.frame(first, top, second, 8, .6f, Style.ACCENT);
        pen.frame(0, top, width, 8, .6f, Style.LINE);
    }

    private static String percent(double share) {
        return DESIGN.text("percent", String.format(Locale.ROOT, "%.0f", 100 * share));
    }

    private static void map(TaggedCanvas canvas, CohortReportPage page) {
        int columns = page.domains().size();
        int maps = (columns + MOST_COLUMNS - 1) / MOST_COLUMNS;
        int wide = (columns + maps - 1) / maps;
        canvas.heading(2, DESIGN.text("map"), SECTION);
        canvas.paragraph(DESIGN.text("map.text", ENOUGH), SkillPaper.TEXT);
        canvas.keepNext();
        for (int from = 0; from < columns; from += wide) {
            canvas.table(map(page, from, Math.min(from + wide, columns)));
        }
    }

    private static Table map(CohortReportPage page, int from, int to) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(SkillPaper.column(DESIGN, "learner", 3.4f, Style.Align.LEFT));
        for (Domain d : page.domains().subList(from, to)) {
            columns.add(new Table.Column(d.label(), 1, Style.Align.CENTER, true, null));
        }
        List<List<Table.Cell>> rows = new ArrayList<>();
        // Few figures are different, and a season has 100,000 cells.
        Map<Table.Cell, Table.Cell> cells = new HashMap<>();
        for (Learner learner : page.learners()) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.rowHead(shown(learner)));
            for (Cell c : learner.cells().subList(from, to)) {
                Table.Cell cell = cell(c);
                row.add(cells.computeIfAbsent(cell, each -> each));
            }
            rows.add(row);
        }
        return new Table(columns, rows, Table.Look.DENSE);
    }

    /** The code where the portal has no letters for the name: one name must not stop a cohort. */
    private static String shown(Learner learner) {
        try {
            Typesetter.check(learner.name(), "a learner's name");
            return learner.name();
        } catch (UnprintableText e) {
            return learner.code();
        }
    }

    private static Table.Cell cell(Cell cell) {
        if (cell.mean() == null) {
            return Table.text(mean(null));
        }
        float share = (float) ((cell.mean() - 1) / 4);
        int shade = SHADES[Math.min(SHADES.length - 1, (int) (share * SHADES.length))];
        return new Table.ShadeCell(
                String.format(Locale.ROOT, "%.1f", cell.mean()),
                DESIGN.text("n", whole(cell.evaluations())),
                cell.evaluations() < ENOUGH,
                shade,
                share);
    }

    private static void check(CohortReportPage page) {
        Typesetter.check(page.title(), "the cohort's name");
        Typesetter.check(page.institution(), "the institution");
        page.domains().forEach(d -> Typesetter.check(d.label(), "a domain"));
        page.learners().forEach(l -> Typesetter.check(l.code(), "a learner's code"));
        SkillPaper.check(page.method());
    }
}
