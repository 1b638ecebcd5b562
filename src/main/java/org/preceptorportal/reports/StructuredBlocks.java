package org.preceptorportal.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws the blocks that only structured letters have. */
final class StructuredBlocks {
    private static final Style HEAD =
            Style.sans(10).strong().color(Style.ACCENT).align(Style.Align.LEFT).space(10, 4);
    private static final float DOT = 2.9f;
    private static final float STEP = 8.4f;
    private static final float PLACE_HEIGHT = 9 * 1.35f;
    private static final float AFTER = 8;

    private StructuredBlocks() {}

    /** Other blocks are none of its business. */
    static void draw(TaggedCanvas canvas, Block block) {
        if (block instanceof Heading heading) {
            canvas.heading(2, heading.text(), HEAD);
        } else if (block instanceof Ratings ratings) {
            canvas.table(table(ratings));
            canvas.space(AFTER);
        } else if (block instanceof Grid grid) {
            canvas.table(table(grid));
            canvas.space(AFTER);
        }
    }

    private static Table table(Ratings ratings) {
        int levels = ratings.rows().stream().mapToInt(Ratings.Row::levels).max().orElse(1);
        List<Table.Column> columns =
                List.of(
                        new Table.Column(ratings.questionHead(), 38, Style.Align.LEFT),
                        new Table.Column(ratings.placeHead(), 5 + 2.3f * levels, Style.Align.LEFT),
                        new Table.Column(ratings.answerHead(), 50, Style.Align.LEFT));
        return new Table(columns, ratings.rows().stream().map(StructuredBlocks::row).toList());
    }

    private static List<Table.Cell> row(Ratings.Row row) {
        List<Run> answer = new ArrayList<>();
        answer.add(new Run(row.answer(), true, false));
        if (!row.meaning().isEmpty()) {
            answer.add(Run.of(" – " + row.meaning()));
        }
        return List.of(
                Table.rowHead(row.question()), place(row), new Table.TextCell(answer, false));
    }

    /** Dots as on the scale, the chosen one filled; in words "4 of 5". */
    private static Table.Cell place(Ratings.Row row) {
        if (row.level() == 0) {
            return Table.text("–");
        }
        return new Table.DrawnCell(
                row.level() + " of " + row.levels(),
                PLACE_HEIGHT,
                pen -> {
                    for (int i = 1; i <= row.levels(); i++) {
                        float x = DOT + (i - 1) * STEP;
                        if (i == row.level()) {
                            pen.dot(x, PLACE_HEIGHT / 2, DOT, Style.ACCENT);
                        } else {
                            pen.ring(x, PLACE_HEIGHT / 2, DOT - .3f, .6f, Style.LINE);
                        }
                    }
                });
    }

    private static Table table(Grid grid) {
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < grid.heads().size(); i++) {
            columns.add(
                    new Table.Column(
                            grid.heads().get(i),
                            i == 0 ? 40 : 20,
                            i == 0 ? Style.Align.LEFT : Style.Align.RIGHT));
        }
        return new Table(
                columns,
                grid.rows().stream()
                        .map(
                                row -> {
                                    List<Table.Cell> cells = new ArrayList<>();
                                    cells.add(Table.rowHead(row.get(0)));
                                    row.stream().skip(1).map(Table::text).forEach(cells::add);
                                    return cells;
                                })
                        .toList());
    }

    /** Every text that is drawn, to name the one that cannot be. */
    static Stream<String> texts(Block block) {
        if (block instanceof Heading heading) {
            return Stream.of(heading.text());
        } else if (block instanceof Ratings ratings) {
            return ratings.rows().stream()
                    .flatMap(row -> Stream.of(row.question(), row.answer(), row.meaning()));
        } else if (block instanceof Grid grid) {
            return Stream.concat(grid.heads().stream(), grid.rows().stream().flatMap(List::stream));
        }
        return Stream.empty();
    }
}
