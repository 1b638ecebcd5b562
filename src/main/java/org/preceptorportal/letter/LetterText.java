package org.preceptorportal.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.preceptorportal.reports.Block;
import org.preceptorportal.reports.Bullets;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.Paragraph;
import org.preceptorportal.reports.Run;

/**
 * An author's words: paragraphs, bold, italic, bulleted and numbered lists (LT-5).
 *
 * <p>Whatever an editor or a paste sends is read into these few shapes, and only they are written
 * out again. No tag, attribute, style or script of the input is ever copied: there is nothing to
 * forget on a list of forbidden things.
 */
public final class LetterText {
    /** Longest text that is kept, in characters; some twelve pages. */
    public static final int LONGEST = 20_000;

    /** What these hold is not the author's prose. */
    private static final Set<String> SILENT =
            Set.of(
                    "head",
                    "style",
                    "script",
                    "title",
                    "meta",
                    "link",
                    "noscript",
                    "template",
                    "iframe",
                    "object",
                    "embed",
                    "svg",
                    "math",
                    "select",
                    "textarea",
                    "button",
                    "audio",
                    "video",
                    "canvas",
                    "xml");

    private static final Set<String> BOLD =
            Set.of("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> ITALIC = Set.of("i", "em", "cite", "dfn", "var");

    /**
     * Invisible, or able to make words look like others; joiners stay, several scripts need them.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cc}&&[^\\s]]|[\\u00AD\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern SPACES =
            Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");
    private static final Pattern WEIGHT = Pattern.compile("font-weight:\\s*(bold|bolder|[6-9]00)");
    private static final Pattern LIGHT =
            Pattern.compile("font-weight:\\s*(normal|lighter|[1-5]00)");
    private static final Pattern SLANT = Pattern.compile("font-style:\\s*(italic|oblique)");
    private static final Pattern UPRIGHT = Pattern.compile("font-style:\\s*normal");
    private static final Pattern WORD_LIST =
            Pattern.compile("mso-list:\\s*(?!skip|none|ignore)\\S");

    /** "[How long have you known them?]"; "[sic]" is none. */
    private static final Pattern OPEN_QUESTION = Pattern.compile("\\[[^\\[\\]\n]{3,300}\\?]");

    /** What Word puts before the items of a numbered list: "1.", "b)", "(iv)". */
    private static final Pattern WORD_NUMBER = Pattern.compile("\\(?[0-9a-zA-Z]{1,5}[.)]");

    /** A piece of text as pages show it. */
    public record Part(Kind kind, List<List<Run>> lines) {
        /** How its lines stand. */
        public enum Kind {
            PARAGRAPH,
            BULLETS,
            NUMBERS
        }
    }

    private final LetterBody body;

    private LetterText(LetterBody body) {
        this.body = body;
    }

    /**
     * Reads what a person typed or pasted.
     *
     * @throws LetterTooLong beyond {@link #LONGEST} characters
     */
    public static LetterText parse(String html) {
        LetterText text = kept(html);
        if (text.length() > LONGEST) {
            throw new LetterTooLong(LONGEST);
        }
        return text;
    }

    /** Reads text that was kept before. */
    public static LetterText kept(String html) {
        Reader reader = new Reader();
        reader.read(Jsoup.parseBodyFragment(html == null ? "" : html).body(), false, false);
        reader.endBlock();
        return new LetterText(new LetterBody(reader.blocks));
    }

    public LetterBody body() {
        return body;
    }

    public boolean isEmpty() {
        return body.blocks().isEmpty();
    }

    /** The one way this text is written down; reading it again gives the same text. */
    public String html() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts()) {
            if (part.kind() == Part.Kind.PARAGRAPH) {
                out.append("<p>").append(inline(part.lines().get(0))).append("</p>");
            } else {
                String tag = part.kind() == Part.Kind.NUMBERS ? "ol" : "ul";
                out.append('<').append(tag).append('>');
                part.lines()
                        .forEach(item -> out.append("<li>").append(inline(item)).append("</li>"));
                out.append("</").append(tag).append('>');
            }
        }
        return out.toString();
    }

    /** The words alone: a line for each paragraph and each item of a list. */
    public String plain() {
        return String.join("\n", lines());
    }

    /**
     * The same shapes with other words.
     *
     * @param change of the words of one weight and posture
     */
    public LetterText changed(UnaryOperator<String> change) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : body.blocks()) {
            blocks.add(
                    block instanceof Bullets list
                            ? new Bullets(
                                    list.numbered(),
                                    list.items().stream().map(i -> changed(i, change)).toList())
                            : new Paragraph(changed(((Paragraph) block).runs(), change)));
        }
        return new LetterText(new LetterBody(blocks));
    }

    private static List<Run> changed(List<Run> runs, UnaryOperator<String> change) {
        return runs.stream()
                .map(run -> new Run(change.apply(run.text()), run.bold(), run.italic()))
                .toList();
    }

    /** Questions in brackets that a structure left to be answered. */
    public List<String> openQuestions() {
        return OPEN_QUESTION.matcher(plain()).results().map(MatchResult::group).toList();
    }

    /** As people count them. */
    public int words() {
        return lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .mapToInt(line -> SPACES.split(line).length)
                .sum();
    }

    /** The same blocks, for pages. */
    public List<Part> parts() {
        return body.blocks().stream().map(LetterText::part).toList();
    }

    private static Part part(Block block) {
        if (block instanceof Bullets list) {
            return new Part(list.numbered() ? Part.Kind.NUMBERS : Part.Kind.BULLETS, list.items());
        }
        return new Part(Part.Kind.PARAGRAPH, List.of(((Paragraph) block).runs()));
    }

    private int length() {
        return lines().stream().mapToInt(String::length).sum();
    }

    private List<String> lines() {
        return parts().stream()
                .flatMap(part -> part.lines().stream())
                .map(LetterText::plain)
                .toList();
    }

    private static String plain(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static String inline(List<Run> runs) {
        StringBuilder out = new StringBuilder();
        for (Run run : runs) {
            String text = Entities.escape(run.text()).replace("\n", "<br>");
            text = run.italic() ? "<em>" + text + "</em>" : text;
            out.append(run.bold() ? "<strong>" + text + "</strong>" : text);
        }
        return out.toString();
    }

    /** Walks the parsed input once and gathers blocks. */
    private static final class Reader {
        private final List<Block> blocks = new ArrayList<>();
        private List<Run> runs = new ArrayList<>();

        /** The list that is being read; nested ones are flattened into it. */
        private List<List<Run>> items;

        void read(Element parent, boolean bold, boolean italic) {
            for (Node node : parent.childNodes()) {
                if (node instanceof TextNode text) {
                    add(text.getWholeText(), bold, italic);
                } else if (node instanceof Element element
                        && !SILENT.contains(element.normalName())) {
                    element(element, bold, italic);
                }
            }
        }

        private void element(Element element, boolean bold, boolean italic) {
            String name = element.normalName();
            String style = element.attr("style").toLowerCase(Locale.ROOT);
            if (name.equals("br")) {
                lineBreak();
                return;
            }
            boolean heavy =
                    (bold || BOLD.contains(name) || WEIGHT.matcher(style).find())
                            && !LIGHT.matcher(style).find();
            boolean slanted =
                    (italic || ITALIC.contains(name) || SLANT.matcher(style).find())
                            && !UPRIGHT.matcher(style).find();
            if (name.equals("ul") || name.equals("ol")) {
                list(element, name.equals("ol"), heavy, slanted);
            } else if (items == null && WORD_LIST.matcher(style).find()) {
                wordItem(element, heavy, slanted);
            } else if (element.isBlock() || name.equals("li")) {
                endPart();
                read(element, heavy, slanted);
                endPart();
            } else if (!style.contains("mso-list:ignore")) {
                read(element, heavy, slanted);
            }
        }

        private void list(Element list, boolean ordered, boolean bold, boolean italic) {
            endPart();
            boolean outermost = items == null;
            if (outermost) {
                items = new ArrayList<>();
            }
            read(list, bold, italic);
            endPart();
            if (outermost) {
                List<List<Run>> found = items;
                items = null;
                addList(found, ordered);
            }
        }

        private void wordItem(Element paragraph, boolean bold, boolean italic) {
            endBlock();
            Element mark = paragraph.selectFirst("[style*=mso-list:ignore]");
            boolean ordered = mark != null && WORD_NUMBER.matcher(mark.text()).find();
            items = new ArrayList<>();
            read(paragraph, bold, italic);
            endPart();
            List<List<Run>> found = items;
            items = null;
            addList(found, ordered);
        }

        /** Consecutive items that Word wrote as paragraphs are one list. */
        private void addList(List<List<Run>> found, boolean ordered) {
            if (found.isEmpty()) {
                return;
            }
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last instanceof Bullets before && before.numbered() == ordered) {
                List<List<Run>> joined = new ArrayList<>(before.items());
                joined.addAll(found);
                blocks.set(blocks.size() - 1, new Bullets(ordered, joined));
            } else {
                blocks.add(new Bullets(ordered, found));
            }
        }

        private void add(String raw, boolean bold, boolean italic) {
            String text = SPACES.matcher(INVISIBLE.matcher(raw).replaceAll("")).replaceAll(" ");
            Run last = last();
            if (text.startsWith(" ")
                    && (last == null || last.text().endsWith(" ") || last.text().endsWith("\n"))) {
                text = text.substring(1);
            }
            if (text.isEmpty()) {
                return;
            }
            if (last != null && last.bold() == bold && last.italic() == italic) {
                runs.set(runs.size() - 1, new Run(last.text() + text, bold, italic));
            } else {
                runs.add(new Run(text, bold, italic));
            }
        }

        /** One break is a new line; two are a new paragraph. */
        private void lineBreak() {
            Run last = last();
            if (last == null) {
                return;
            }
            if (items == null && last.text().endsWith("\n")) {
                endBlock();
            } else if (!last.text().endsWith("\n")) {
                runs.set(
                        runs.size() - 1,
                        new Run(last.text().stripTrailing() + "\n", last.bold(), last.italic()));
            }
        }

        private Run last() {
            return runs.isEmpty() ? null : runs.get(runs.size() - 1);
        }

        private void endPart() {
            if (items == null) {
                endBlock();
            } else {
                List<Run> item = taken();
                if (!item.isEmpty()) {
                    items.add(item);
                }
            }
        }

        void endBlock() {
            List<Run> paragraph = taken();
            if (!paragraph.isEmpty()) {
                blocks.add(new Paragraph(paragraph));
            }
        }

        private List<Run> taken() {
            List<Run> taken = new ArrayList<>(runs);
            runs = new ArrayList<>();
            while (!taken.isEmpty()) {
                int end = taken.size() - 1;
                Run last = taken.get(end);
                String text = last.text().stripTrailing();
                if (text.isEmpty()) {
                    taken.remove(end);
                } else {
                    taken.set(end, new Run(text, last.bold(), last.italic()));
                    break;
                }
            }
            return taken;
        }
    }
}
