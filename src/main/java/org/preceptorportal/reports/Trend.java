package org.preceptorportal.reports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.preceptorportal.reports.SkillReportPage.Point;
import org.preceptorportal.reports.SkillReportPage.Row;

/** Ratings over rotations: small charts side by side, all with the same axes. */
final class Trend {
    private static final Style AXIS = Style.sans(7).color(Style.SOFT);
    private static final Style TITLE =
            Style.sans(7.5f).strong().leading(1.2f).align(Style.Align.LEFT);
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;
    private static final int COLUMNS = 3;
    private static final float GAP = 20;
    private static final float HEAD = 20;
    private static final float PLOT = 36;
    private static final float FOOT = 12;

    private final LocalDate first;
    private final LocalDate last;

    private Trend(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    /** Nothing where there is only one date. */
    static void draw(TaggedCanvas canvas, Design design, List<Row> domains) {
        List<Row> rated = domains.stream().filter(r -> !r.points().isEmpty()).toList();
        List<LocalDate> dates =
                rated.stream().flatMap(r -> r.points().stream()).map(Point::date).sorted().toList();
        if (dates.isEmpty() || dates.get(0).equals(dates.get(dates.size() - 1))) {
            return;
        }
        Trend trend = new Trend(dates.get(0), dates.get(dates.size() - 1));
        canvas.heading(2, design.text("trend"), SkillPaper.SECTION);
        for (int from = 0; from < rated.size(); from += COLUMNS) {
            List<Row> side = rated.subList(from, Math.min(from + COLUMNS, rated.size()));
            if (from + COLUMNS >= rated.size()) {
                canvas.keepNext();
            }
            canvas.figure(
                    design.text("trend.alt", trend.inWords(design, side)),
                    HEAD + PLOT + FOOT,
                    pen -> trend.panels(pen, side));
        }
        SkillPaper.caption(canvas, design.text("trend.caption"));
    }

    private String inWords(Design design, List<Row> rows) {
        DateTimeFormatter day = SkillPaper.day();
        return rows.stream()
                .map(
                        r ->
                                design.text(
                                        "trend.alt.domain",
                                        r.label(),
                                        r.points().stream()
                                                .map(
                                                        p ->
                                                                design.text(
                                                                        "trend.alt.point",
                                                                        SkillPaper.number(
                                                                                p.value()),
                                                                        day.format(p.date())))
                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" "));
    }

    private void panels(Pen pen, List<Row> rows) {
        float width = (SkillPaper.MEASURE - (COLUMNS - 1) * GAP) / COLUMNS;
        for (int i = 0; i < rows.size(); i++) {
            panel(pen.moved(i * (width + GAP), 0), rows.get(i), width);
        }
    }

    private void panel(Pen pen, Row row, float width) {
        List<Line> title = Typesetter.set(List.of(Run.of(row.label())), TITLE, width);
        pen.write(title, TITLE, 0, HEAD - title.size() * TITLE.lineHeight() - 1, width);
        float top = HEAD + 5;
        float left = 10;
        float right = width - 22;
        for (int v : new int[] {LOWEST, 3, HIGHEST}) {
            float at = top + height(v);
            pen.line(left, at, right, at, .5f, Style.HAIRLINE);
            pen.text(
                    5,
                    at - AXIS.lineHeight() / 2,
                    Integer.toString(v),
                    AXIS.align(Style.Align.RIGHT));
        }
        if (row.cohort() != null) {
            float at = top + height(row.cohort().middle());
            pen.dashed(left, at, right, at, .6f, Style.LINE, 2.5f);
        }
        float beforeX = 0;
        float beforeY = 0;
        for (int i = 0; i < row.points().size(); i++) {
            Point point = row.points().get(i);
            float x = left + 4 + share(point.date()) * (right - left - 8);
            float y = top + height(point.value());
            if (i > 0) {
                pen.line(beforeX, beforeY, x, y, 1, Style.ACCENT);
            }
            pen.dot(x, y, 1.8f, Style.ACCENT);
            beforeX = x;
            beforeY = y;
        }
        String value = SkillPaper.number(row.points().get(row.points().size() - 1).value());
        pen.text(beforeX + 4.5f, beforeY - AXIS.lineHeight() / 2, value, AXIS.color(Style.INK));
        DateTimeFormatter month = SkillPaper.SHARED.dates("month");
        pen.text(left, top + PLOT + 1, month.format(first), AXIS.align(Style.Align.LEFT));
        pen.text(right, top + PLOT + 1, month.format(last), AXIS.align(Style.Align.RIGHT));
    }

    private static float height(double value) {
        return (float) (PLOT * (HIGHEST - value) / (HIGHEST - LOWEST));
    }

    private float share(LocalDate date) {
        return (float) ChronoUnit.DAYS.between(first, date) / ChronoUnit.DAYS.between(first, last);
    }
}
