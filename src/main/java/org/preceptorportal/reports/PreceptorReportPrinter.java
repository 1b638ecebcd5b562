package org.preceptorportal.reports;

import static org.preceptorportal.reports.SkillPaper.CAPTION;
import static org.preceptorportal.reports.SkillPaper.SECTION;
import static org.preceptorportal.reports.SkillPaper.mean;
import static org.preceptorportal.reports.SkillPaper.share;
import static org.preceptorportal.reports.SkillPaper.signed;
import static org.preceptorportal.reports.SkillPaper.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.preceptorportal.reports.PreceptorReportPage.Domain;
import org.preceptorportal.reports.PreceptorReportPage.Level;

/** Prints how one preceptor rates, for a conversation and not for a verdict. */
@ApplicationScoped
public class PreceptorReportPrinter {
    /** Rises when the layout changes, so that reports are made anew. */
    private static final String LAYOUT = "2";

    private static final Design DESIGN = Design.read("clinical-skills/preceptor.properties");

    /** Where the scale of leniency ends, in points to either side. */
    private static final double FARTHEST = 1;

    /** What the look of a report depends on; part of a report's key. */
    public String designVersion() {
        return LAYOUT + " " + DESIGN.wording() + SkillPaper.SHARED.wording();
    }

    /**
     * @throws UnprintableText if a character has no glyph; its place names the field
     */
    public byte[] print(PreceptorReportPage page) {
        check(page);
        TaggedCanvas canvas = SkillPaper.begin(DESIGN, page.name(), page.method());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(DESIGN.text("fact.institution"), page.institution()));
        facts.add(new Fact(DESIGN.text("fact.evaluations"), whole(page.evaluations())));
        facts.add(new Fact(DESIGN.text("fact.learners"), whole(page.learners())));
        if (!page.hidden()) {
            facts.add(new Fact(DESIGN.text("fact.ratings"), whole(page.ratings())));
        }
        facts.add(new Fact(DESIGN.text("fact.littleContact"), whole(page.littleContact())));
        facts.add(new Fact(DESIGN.text("fact.cutoff"), SkillPaper.cutoff(page.method())));
        canvas.facts(facts);
        if (page.hidden()) {
            canvas.paragraph(DESIGN.text("hidden", page.minimum()), SkillPaper.CAUTION);
        } else {
            canvas.paragraph(DESIGN.text("purpose"), SkillPaper.CAUTION);
            leniency(canvas, page.domains());
            levels(canvas, page.levels());
            canvas.together(() -> habits(canvas, page));
        }
        SkillPaper.method(canvas, page.method(), page.evaluations());
        return canvas.close();
    }

    private static void leniency(TaggedCanvas canvas, List<Domain> domains) {
        canvas.heading(2, DESIGN.text("leniency"), SECTION);
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "domain", 3.9f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "evaluations", 2f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "mean", 1.1f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "peersMean", 1.2f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "spread", 1.25f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "shared", 1.5f, Style.Align.RIGHT),
                        new Table.Column(
                                DESIGN.text("column.scale"),
                                3.6f,
                                Style.Align.CENTER,
                                false,
                                (pen, width, height) -> scale(width).numbers(pen)),
                        SkillPaper.column(DESIGN, "leniency", 3.7f, Style.Align.RIGHT));
        List<List<Table.Cell>> rows = new ArrayList<>();
        Map<String, List<String>> reasons = new TreeMap<>();
        for (Domain d : domains) {
            Estimate leniency = d.leniency();
            if (leniency.value() == null) {
                reasons.computeIfAbsent(leniency.reason(), r -> new ArrayList<>()).add(d.label());
            }
            rows.add(
                    List.of(
                            Table.rowHead(d.label()),
                            Table.text(whole(d.evaluations())),
                            Table.text(mean(d.mean())),
                            Table.text(mean(d.peersMean())),
                            Table.text(mean(d.deviation())),
                            Table.text(whole(d.shared())),
                            new Table.PlotCell(
                                    DESIGN.text(
                                            leniency.value() == null
                                                    ? "plot.alt.none"
                                                    : leniency.value() < 0
                                                            ? "plot.alt.below"
                                                            : "plot.alt.above"),
                                    (pen, w, h) -> plot(pen, leniency, w, h)),
                            Table.text(inFigures(leniency))));
        }
        canvas.table(new Table(columns, rows, Table.Look.DENSE));
        SkillPaper.caption(canvas, DESIGN.text("leniency.caption"));
        reasons.forEach(
                (reason, labels) ->
                        canvas.paragraph(
                                DESIGN.text("leniency.missing", String.join(", ", labels), reason),
                                CAPTION));
    }

    private static Scale scale(float width) {
        return new Scale(-FARTHEST, FARTHEST, List.of("\u22121", "0", "+1"), width);
    }

    private static void plot(Pen pen, Estimate leniency, float width, float height) {
        Scale scale = scale(width);
        scale.grid(pen, height);
        pen.line(scale.at(0), 0, scale.at(0), height, .7f, Style.LINE);
        if (leniency.value() != null) {
            scale.interval(pen, leniency.low(), leniency.high(), height / 2);
            scale.dot(pen, leniency.value(), height / 2);
        }
    }

    private static String inFigures(Estimate leniency) {
        return leniency.value() == null
                ? SkillPaper.SHARED.text("notEstimable")
                : DESIGN.text(
                        "leniency.figures",
                        signed(leniency.value()),
                        signed(leniency.low()),
                        signed(leniency.high()));
    }

    private static void levels(TaggedCanvas canvas, List<Level> levels) {
        int own = levels.stream().mapToInt(Level::used).sum();
        int peers = levels.stream().mapToInt(Level::peersUsed).sum();
        if (own == 0) {
            return;
        }
        canvas.heading(2, DESIGN.text("levels"), SECTION);
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "level", 1.6f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "bars", 6f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "own", 3f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "peers", 3.4f, Style.Align.RIGHT));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Level each : levels) {
            float mine = (float) each.used() / own;
            float theirs = peers == 0 ? 0 : (float) each.peersUsed() / peers;
            rows.add(
                    List.of(
                            Table.rowHead(DESIGN.text("level", each.level())),
                            new Table.PlotCell(
                                    DESIGN.text("levels.alt"),
                                    (pen, width, height) -> {
                                        float middle = height / 2;
                                        pen.fill(0, middle - 5, width * mine, 4.5f, Style.ACCENT);
                                        pen.frame(
                                                0, middle + 1, width * theirs, 4, .6f, Style.SOFT);
                                    }),
                            Table.text(share(each.used(), own)),
                            Table.text(share(each.peersUsed(), peers))));
        }
        canvas.table(new Table(columns, rows, Table.Look.DENSE));
        SkillPaper.caption(canvas, DESIGN.text("levels.caption"));
    }

    private static void habits(TaggedCanvas canvas, PreceptorReportPage page) {
        canvas.heading(2, DESIGN.text("habits"), SECTION);
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "habit", 3.2f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "value", 3.2f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "meaning", 7, Style.Align.LEFT));
        String days =
                page.days() == null
                        ? mean(null)
                        : page.peersDays() == null
                                ? DESIGN.text("days", days(page.days()))
                                : DESIGN.text(
                                        "days.peers", days(page.days()), days(page.peersDays()));
        canvas.table(
                new Table(
                        columns,
                        List.of(
                                habit("turnaround", days),
                                habit(
                                        "notObserved",
                                        share(
                                                page.notObserved(),
                                                page.notObserved() + page.ratings())),
                                habit(
                                        "straightLines",
                                        share(page.straightLines(), page.evaluations()))),
                        Table.Look.DENSE));
    }

    private static List<Table.Cell> habit(String key, String value) {
        return List.of(
                Table.rowHead(DESIGN.text(key)),
                Table.text(value),
                Table.text(DESIGN.text(key + ".meaning")));
    }

    private static String days(double days) {
        return String.format(Locale.ROOT, "%.1f", days);
    }

    private static void check(PreceptorReportPage page) {
        Typesetter.check(page.name(), "the preceptor's name");
        Typesetter.check(page.institution(), "the institution");
        page.domains().forEach(d -> Typesetter.check(d.label(), "a domain"));
        SkillPaper.check(page.method());
    }
}
