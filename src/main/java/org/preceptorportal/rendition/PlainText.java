package org.preceptorportal.rendition;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.preceptorportal.reports.Block;
import org.preceptorportal.reports.Bullets;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.Grid;
import org.preceptorportal.reports.Heading;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.Paragraph;
import org.preceptorportal.reports.Ratings;
import org.preceptorportal.reports.Run;

/** A letter's page as plain text, wrapped for mails and for fields that take nothing else. */
final class PlainText {
    static final int WIDTH = 76;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private final StringBuilder out = new StringBuilder();

    private PlainText() {}

    /**
     * @param closing lines below everything else
     */
    static String of(LetterPage page, List<String> closing) {
        return new PlainText().page(page, closing);
    }

    static String body(LetterBody body) {
        PlainText text = new PlainText();
        text.blocks(body);
        return text.out.toString();
    }

    private String page(LetterPage page, List<String> closing) {
        line(page.letterhead().institution());
        page.letterhead().addressLines().forEach(this::line);
        line(page.letterhead().phone());
        line(page.letterhead().email());
        gap();
        line(DATE.format(page.date()));
        gap();
        blocks(page.body());
        line(page.authorName());
        line(page.authorTitle());
        if (!page.context().isEmpty()) {
            gap();
            page.context().forEach(this::fact);
        }
        if (page.waiverStatement() != null) {
            line(page.waiverStatement());
        }
        gap();
        closing.forEach(this::line);
        return out.toString();
    }

    private void blocks(LetterBody body) {
        for (Block block : body.blocks()) {
            block(block);
            gap();
        }
    }

    private void block(Block block) {
        if (block instanceof Paragraph paragraph) {
            line(plain(paragraph.runs()));
        } else if (block instanceof Bullets bullets) {
            for (int i = 0; i < bullets.items().size(); i++) {
                String mark = bullets.numbered() ? (i + 1) + ". " : "- ";
                wrap(mark, " ".repeat(mark.length()), plain(bullets.items().get(i)));
            }
        } else if (block instanceof Heading heading) {
            line(heading.text().toUpperCase(Locale.US));
        } else if (block instanceof Ratings ratings) {
            for (Ratings.Row row : ratings.rows()) {
                String place =
                        row.level() == 0 ? "" : " (" + row.level() + " of " + row.levels() + ")";
                String meaning = row.meaning().isEmpty() ? "" : " - " + row.meaning();
                wrap("", "  ", row.question() + ": " + row.answer() + place + meaning);
            }
        } else if (block instanceof Grid grid) {
            for (List<String> row : grid.rows()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i < row.size(); i++) {
                    cells.add(grid.heads().get(i) + " " + row.get(i));
                }
                wrap("", "  ", row.get(0) + ": " + String.join(", ", cells));
            }
        }
    }

    private void fact(Fact fact) {
        wrap("", "  ", fact.label() + ": " + fact.value());
    }

    private static String plain(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private void line(String text) {
        if (text != null && !text.isBlank()) {
            text.lines().forEach(each -> wrap("", "", each));
        }
    }

    private void gap() {
        if (!out.toString().endsWith("\n\n")) {
            out.append('\n');
        }
    }

    /** Breaks between words only; a longer word stands alone. */
    private void wrap(String first, String next, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : text.strip().split("\\s+")) {
            if (!fresh && line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(next);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        out.append(line).append('\n');
    }
}
