package org.preceptorportal.reports;

import static org.preceptorportal.reports.SkillPaper.SECTION;
import static org.preceptorportal.reports.SkillPaper.interval;
import static org.preceptorportal.reports.SkillPaper.mean;
import static org.preceptorportal.reports.SkillPaper.number;
import static org.preceptorportal.reports.SkillPaper.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.reports.SiteReportPage.Domain;
import org.preceptorportal.reports.SiteReportPage.Share;

/** Prints what evaluations say at one rotation site, beside the others. */
@ApplicationScoped
public class SiteReportPrinter {
    /** Rises when the layout changes, so that reports are made anew. */
    private static final String LAYOUT = "2";

    private static final Design DESIGN = Design.read("clinical-skills/site.properties");

    /** What the look of a report depends on; part of a report's key. */
    public String designVersion() {
        return LAYOUT + " " + DESIGN.wording() + SkillPaper.SHARED.wording();
    }

    /**
     * @throws UnprintableText if a character has no glyph; its place names the field
     */
    public byte[] print(SiteReportPage page) {
        check(page);
        TaggedCanvas canvas = SkillPaper.begin(DESIGN, page.name(), page.method());
        canvas.facts(
                List.of(
                        new Fact(DESIGN.text("fact.institution"), page.institution()),
                        new Fact(DESIGN.text("fact.evaluations"), whole(page.evaluations())),
                        new Fact(DESIGN.text("fact.learners"), whole(page.learners())),
                        new Fact(DESIGN.text("fact.preceptors"), whole(page.preceptors())),
                        new Fact(DESIGN.text("fact.littleContact"), whole(page.littleContact())),
                        new Fact(
                                DESIGN.text("fact.days"),
                                page.days() == null
                                        ? mean(null)
                                        : DESIGN.text(
                                                "days",
                                                String.format(Locale.ROOT, "%.1f", page.days())))));
        domains(canvas, page);
        if (page.leftOut() > 0) {
            canvas.paragraph(
                    DESIGN.text("leftOut", whole(page.leftOut()), whole(page.evaluations())),
                    SkillPaper.CAPTION);
        }
        shares(canvas, page);
        SkillPaper.method(canvas, page.method(), page.evaluations());
        return canvas.close();
    }

    private static void domains(TaggedCanvas canvas, SiteReportPage page) {
        canvas.heading(2, DESIGN.text("domains"), SECTION);
        if (page.domains().isEmpty()) {
            canvas.paragraph(DESIGN.text("domains.hidden", page.minimum()), SkillPaper.TEXT);
            return;
        }
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "domain", 4.6f, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "evaluations", 1.8f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "notObserved", 1.65f, Style.Align.RIGHT),
                        SkillPaper.ratings(DESIGN, "scale", 4.8f),
                        SkillPaper.column(DESIGN, "mean", 1.1f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "interval", 2.3f, Style.Align.RIGHT),
                        SkillPaper.column(DESIGN, "others", 1.2f, Style.Align.RIGHT));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Domain d : page.domains()) {
            rows.add(
                    List.of(
                            Table.rowHead(d.label()),
                            Table.text(whole(d.evaluations())),
                            Table.text(whole(d.notObserved())),
                            new Table.PlotCell(
                                    DESIGN.text("plot.alt." + place(d)),
                                    (pen, w, h) -> plot(pen, d, w, h)),
                            Table.text(mean(d.mean())),
                            Table.text(d.mean() == null ? mean(null) : interval(d.low(), d.high())),
                            Table.text(mean(d.othersMean()))));
        }
        canvas.table(new Table(columns, rows, Table.Look.DENSE));
        SkillPaper.caption(canvas, DESIGN.text("domains.caption"));
    }

    private static String place(Domain d) {
        if (d.low() == null || d.othersMean() == null) {
            return "alone";
        } else if (d.low() > d.othersMean()) {
            return "above";
        }
        return d.high() < d.othersMean() ? "below" : "among";
    }

    private static void plot(Pen pen, Domain d, float width, float height) {
        Scale scale = Scale.ofRatings(width);
        scale.grid(pen, height);
        if (d.othersMean() != null) {
            scale.bar(pen, d.othersMean(), height / 2);
        }
        if (d.low() != null) {
            scale.interval(pen, d.low(), d.high(), height / 2);
        }
        if (d.mean() != null) {
            scale.dot(pen, d.mean(), height / 2);
        }
    }

    private static void shares(TaggedCanvas canvas, SiteReportPage page) {
        canvas.heading(2, DESIGN.text("shares"), SECTION);
        List<Table.Column> columns =
                List.of(
                        SkillPaper.column(DESIGN, "preceptor", 6, Style.Align.LEFT),
                        SkillPaper.column(DESIGN, "evaluations", 2, Style.Align.RIGHT),
                        SkillPaper.ratings(DESIGN, "scale", 5),
                        SkillPaper.column(DESIGN, "mean", 2, Style.Align.RIGHT));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Share s : page.shares()) {
            String who =
                    s.preceptor() == null
                            ? DESIGN.text("share.hidden", s.preceptors())
                            : s.preceptor();
            rows.add(
                    List.of(
                            Table.rowHead(who),
                            Table.text(whole(s.evaluations())),
                            new Table.PlotCell(
                                    DESIGN.text(
                                            s.mean() == null ? "share.alt.hidden" : "share.alt"),
                                    (pen, width, height) -> {
                                        Scale scale = Scale.ofRatings(width);
                                        scale.grid(pen, height);
                                        if (s.mean() != null) {
                                            scale.dot(pen, s.mean(), height / 2);
                                        }
                                    }),
                            Table.text(
                                    s.mean() == null ? DESIGN.text("hidden") : number(s.mean()))));
        }
        canvas.table(new Table(columns, rows, Table.Look.DENSE));
        SkillPaper.caption(canvas, DESIGN.text("shares.caption", page.minimum()));
    }

    private static void check(SiteReportPage page) {
        Typesetter.check(page.name(), "the site's name");
        Typesetter.check(page.institution(), "the institution");
        page.domains().forEach(d -> Typesetter.check(d.label(), "a domain"));
        for (Share s : page.shares()) {
            if (s.preceptor() != null) {
                Typesetter.check(s.preceptor(), "a preceptor's name");
            }
        }
        SkillPaper.check(page.method());
    }
}
