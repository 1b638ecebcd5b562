package org.preceptorportal.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * Sets a mail's plain text in HTML: the same words, never others (NO-6). It knows
 *
 * <ul>
 *   <li>paragraphs, parted by an empty line;
 *   <li>links: {@code Words: address}, or the address on the line after {@code Words:};
 *   <li>cards: paragraphs with several links, of which the first is the one to press;
 *   <li>lists of lines that begin with a hyphen, and codes: six digits or more and nothing else;
 *   <li>the foot: what follows a line of two hyphens and a space, as in plain mail.
 * </ul>
 *
 * <p>Tables and inline styles, because Outlook sets mail with Word; nothing is fetched from
 * anywhere, because that would tell when and where somebody read.
 */
final class MailFrame {
    /** Parts the foot from the text, by the custom of mail (RFC 3676, 4.3). */
    static final String FOOT = "-- \n";

    private static final String FRAME = read();
    private static final Pattern LINK = Pattern.compile("(?:(.+): )?(https?://\\S+)");
    private static final Pattern CODE = Pattern.compile("\\d{6,}");
    private static final Pattern LAST_SENTENCE = Pattern.compile("(.*[.!?]) (.+)");

    /** A button with more words than this is no button. */
    private static final int LONGEST_LABEL = 60;

    private static final String SANS = "font-family:'Segoe UI',Helvetica,Arial,sans-serif;";
    private static final String INK = SANS + "font-size:16px;line-height:24px;color:#1b2733;";
    private static final String SOFT = SANS + "font-size:14px;line-height:21px;color:#56616d;";
    private static final String ACCENT = SANS + "font-size:16px;line-height:24px;color:#0b6158;";

    /** Room for a thumb between the lines. */
    private static final String EXIT =
            SANS + "font-size:14px;line-height:32px;color:#0b6158;white-space:nowrap;";

    private record Link(String label, String address) {}

    /** A paragraph, taken apart. */
    private record Paragraph(List<String> lines, List<Link> links) {
        boolean card() {
            return links.size() > 1;
        }
    }

    private MailFrame() {}

    /**
     * @param open the words of a link for which the text has none that fit a button
     */
    static String html(String subject, String text, String open) {
        int foot = text.lastIndexOf(FOOT);
        List<Paragraph> paragraphs = paragraphs(foot < 0 ? text : text.substring(0, foot), open);
        boolean cards = paragraphs.stream().anyMatch(Paragraph::card);
        String body =
                paragraphs.stream()
                        .map(each -> each.card() ? card(each) : plain(each, cards))
                        .collect(Collectors.joining("\n"));
        String below =
                foot < 0
                        ? ""
                        : paragraphs(text.substring(foot + FOOT.length()), open).stream()
                                .map(each -> text("soft", SOFT, each.lines()))
                                .collect(Collectors.joining("\n"));
        return FRAME.replace("{subject}", escape(subject))
                .replace("{foot}", below)
                .replace("{body}", body);
    }

    private static List<Paragraph> paragraphs(String text, String open) {
        List<Paragraph> all = new ArrayList<>();
        for (String block : text.strip().split("\n\\s*\n")) {
            List<String> lines = new ArrayList<>();
            List<Link> links = new ArrayList<>();
            for (String line : block.split("\n")) {
                Matcher link = LINK.matcher(line);
                if (!link.matches()) {
                    lines.add(line);
                } else if (link.group(1) != null) {
                    links.add(new Link(link.group(1), link.group(2)));
                } else {
                    links.add(new Link(label(lines, open), link.group(2)));
                }
            }
            all.add(new Paragraph(lines, links));
        }
        return all;
    }

    /** The sentence before the address, which is then no longer a line of its own. */
    private static String label(List<String> lines, String open) {
        if (lines.isEmpty() || !lines.get(lines.size() - 1).endsWith(":")) {
            return open;
        }
        String line = lines.get(lines.size() - 1);
        Matcher sentences = LAST_SENTENCE.matcher(line);
        String rest = sentences.matches() ? sentences.group(1) : "";
        String last = sentences.matches() ? sentences.group(2) : line;
        if (last.length() > LONGEST_LABEL) {
            return open;
        }
        lines.remove(lines.size() - 1);
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return last.substring(0, last.length() - 1);
    }

    private static String plain(Paragraph paragraph, boolean besideCards) {
        StringBuilder html = new StringBuilder();
        List<String> lines = paragraph.lines();
        if (lines.size() == 1 && CODE.matcher(lines.get(0)).matches()) {
            html.append(
                    text(
                            "ink",
                            INK + "font-size:28px;line-height:36px;letter-spacing:4px;",
                            lines));
        } else if (!lines.isEmpty() && lines.stream().allMatch(line -> line.startsWith("- "))) {
            html.append("<ul class=\"ink\" style=\"margin:0 0 16px 0;padding:0 0 0 20px;")
                    .append(INK)
                    .append("\">");
            lines.forEach(
                    line ->
                            html.append("<li style=\"margin:0 0 4px 0;\">")
                                    .append(escape(line.substring(2)))
                                    .append("</li>"));
            html.append("</ul>");
        } else if (!lines.isEmpty()) {
            html.append(text("ink", INK, lines));
        }
        paragraph.links().forEach(link -> html.append(besideCards ? line(link) : button(link)));
        return html.toString();
    }

    private static String card(Paragraph paragraph) {
        StringBuilder html = new StringBuilder();
        html.append(
                "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
                        + " border=\"0\" style=\"margin:0 0 16px 0;\"><tr><td class=\"surface\""
                        + " style=\"padding:16px 16px 4px 16px;border:1px solid #e4e0d8;"
                        + "border-radius:8px;\">");
        List<String> lines = paragraph.lines();
        if (!lines.isEmpty()) {
            html.append(
                    "<p class=\"ink\" style=\"margin:0 0 4px 0;"
                            + INK
                            + "font-weight:bold;\">"
                            + escape(lines.get(0))
                            + "</p>");
        }
        if (lines.size() > 1) {
            html.append(text("soft", SOFT, lines.subList(1, lines.size())));
        }
        html.append(button(paragraph.links().get(0)));
        html.append("<p class=\"soft\" style=\"margin:0 0 12px 0;" + SOFT + "\">")
                .append(
                        paragraph.links().stream()
                                .skip(1)
                                .map(link -> anchor(link, EXIT))
                                .collect(Collectors.joining(" &nbsp;·&nbsp; ")))
                .append("</p></td></tr></table>");
        return html.toString();
    }

    private static String button(Link link) {
        return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""
                + " style=\"margin:0 0 16px 0;\"><tr><td class=\"button\" bgcolor=\"#0b6158\""
                + " style=\"padding:10px 18px;background-color:#0b6158;border-radius:8px;\">"
                + "<a href=\""
                + escape(link.address())
                + "\" style=\""
                + SANS
                + "font-size:16px;line-height:24px;font-weight:bold;color:#ffffff;"
                + "text-decoration:none;\">"
                + escape(link.label())
                + "</a></td></tr></table>";
    }

    private static String line(Link link) {
        return "<p style=\"margin:0 0 16px 0;\">" + anchor(link, ACCENT) + "</p>";
    }

    private static String anchor(Link link, String style) {
        return "<a class=\"accent\" href=\""
                + escape(link.address())
                + "\" style=\""
                + style
                + "\">"
                + escape(link.label())
                + "</a>";
    }

    private static String text(String ink, String style, List<String> lines) {
        return "<p class=\""
                + ink
                + "\" style=\"margin:0 0 16px 0;"
                + style
                + "\">"
                + lines.stream().map(MailFrame::escape).collect(Collectors.joining("<br>"))
                + "</p>";
    }

    private static String escape(String words) {
        return Entities.escape(words);
    }

    private static String read() {
        try (InputStream file = MailFrame.class.getResourceAsStream("/mails/frame.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
