package org.preceptorportal.packet;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.packet.Listing.Letter;
import org.preceptorportal.packet.Listing.Person;
import org.preceptorportal.shell.Words;

/**
 * {@code index.html}: the packet as a page that works from the unpacked folder, without network and
 * without scripts.
 */
final class IndexHtml {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US).withZone(ZoneOffset.UTC);

    private final Words words;
    private final Listing listing;
    private final StringBuilder html = new StringBuilder(16_384);

    private IndexHtml(Words words, Listing listing) {
        this.words = words;
        this.listing = listing;
    }

    static byte[] bytes(Words words, Listing listing) {
        return new IndexHtml(words, listing).draw().getBytes(StandardCharsets.UTF_8);
    }

    private String draw() {
        String title = say("index.title", listing.program(), listing.institution());
        add("<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        add("style-src 'unsafe-inline'\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        text(title)
                .add("</title>\n<style>\n")
                .add(STYLE)
                .add("</style>\n</head>\n<body>\n<main>\n");
        add("<p class=\"above\">").text(say("index.above", listing.season())).add("</p>\n<h1>");
        text(title).add("</h1>\n<p>").text(summary()).add("</p>\n");
        if (!givesLetters()) {
            add("<p class=\"note\">").text(say("index.elsewhere")).add("</p>\n");
        }
        incomplete();
        table();
        add("<h2>").text(say("index.check")).add("</h2>\n<p>").text(say("index.checkHow"));
        add("</p>\n<ul>\n");
        link("index.csv", "index.csv", "index.csv.what");
        link(Manifest.NAME, Manifest.NAME, "index.manifest.what");
        link(Laying.SUMS, Laying.SUMS, "index.sums.what");
        add("</ul>\n</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private boolean givesLetters() {
        return listing.applicants().stream()
                .flatMap(person -> person.letters().stream())
                .allMatch(letter -> letter.standing() == null);
    }

    private String summary() {
        long letters =
                listing.applicants().stream()
                        .flatMap(person -> person.letters().stream())
                        .filter(letter -> letter.original() != null)
                        .count();
        return say(
                "index.summary", listing.applicants().size(), letters, DAY.format(listing.asOf()));
    }

    private void incomplete() {
        List<Person> lacking =
                listing.applicants().stream().filter(p -> p.leftOut() != null).toList();
        if (lacking.isEmpty()) {
            add("<p>").text(say("index.complete")).add("</p>\n");
            return;
        }
        add("<section class=\"note\" aria-labelledby=\"left\">\n<h2 id=\"left\">");
        text(say("index.left", lacking.size())).add("</h2>\n<ul>\n");
        for (Person person : lacking) {
            add("<li>").name(person.name()).add(": ").text(person.leftOut()).add("</li>\n");
        }
        add("</ul>\n</section>\n");
    }

    /** On a phone each applicant is a card; the roles keep it a table for those who hear it. */
    private void table() {
        add("<h2 id=\"all\">").text(say("index.applicants")).add("</h2>\n");
        add("<table role=\"table\" aria-labelledby=\"all\">\n");
        add("<thead role=\"rowgroup\"><tr role=\"row\">");
        for (String head : List.of("who", "file", "letters", "report")) {
            add("<th role=\"columnheader\" scope=\"col\">").text(say("index.head." + head));
            add("</th>");
        }
        add("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        listing.applicants().forEach(this::row);
        add("</tbody>\n</table>\n");
    }

    private IndexHtml cell(String head) {
        add("<td role=\"cell\" data-head=\"");
        return text(say("index.head." + head)).add("\">");
    }

    private void row(Person person) {
        add("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">").name(person.name());
        if (person.latinName() != null && !person.latinName().equals(person.name())) {
            add("<br><span class=\"soft\">").text(person.latinName()).add("</span>");
        }
        add("<br><span class=\"soft\">");
        text(person.aamcId() == null ? say("index.noAamc") : say("index.aamc", person.aamcId()));
        add(" · ").text(person.school()).add("</span></th>\n");
        cell("file");
        if (person.file() == null) {
            text(say("index.noFile"));
        } else {
            add("<a href=\"").text(person.file()).add("\">");
            text(say("index.open")).add("<span class=\"hidden\"> ");
            text(say("index.of")).add(" ").name(person.name()).add("</span></a>");
        }
        add("</td>\n");
        cell("letters");
        if (!person.letters().isEmpty()) {
            add("<ul class=\"plain\">\n");
            person.letters().forEach(letter -> letter(letter));
            add("</ul>");
        }
        add("</td>\n");
        cell("report").text(say(person.withReport() ? "index.yes" : "index.no"));
        add("</td></tr>\n");
    }

    private void letter(Letter letter) {
        add("<li>");
        if (letter.original() == null) {
            name(letter.author());
        } else {
            add("<a href=\"").text(letter.original()).add("\">");
            text(say("index.original")).add(" ").name(letter.author()).add("</a>");
        }
        add("<br><span class=\"soft\">").text(say("index.signed", DAY.format(letter.signedAt())));
        if (letter.standing() == null) {
            add(" · <span class=\"whole\">").text(say("index.code", letter.verifyCode()));
            add("</span>");
            if (letter.waived()) {
                add(" · ").text(say("index.waived"));
            }
        } else {
            add(" · ").text(letter.standing());
        }
        add("</span></li>\n");
    }

    private void link(String file, String label, String what) {
        add("<li><a href=\"").text(file).add("\">").text(label).add("</a>: ");
        text(say(what)).add("</li>\n");
    }

    private String say(String key, Object... arguments) {
        return words.say("packet", key, arguments);
    }

    private IndexHtml add(String markup) {
        html.append(markup);
        return this;
    }

    /** Names may run from right to left; the rest of the line must not turn around with them. */
    private IndexHtml name(String name) {
        return add("<bdi>").text(name).add("</bdi>");
    }

    private IndexHtml text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return this;
    }

    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1d2430; --soft: #525c6b; --paper: #fff;
              --line: #c9d0d9; --link: #0b5394; --warn: #fdf3dc; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8ecf2; --soft: #a9b4c2; --paper: #14181f; --line: #3a4452;
                --link: #8ec5ff; --warn: #3a2f12; } }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: .2rem 0 .6rem; }
            h2 { font-size: 1.1rem; margin: 1.8rem 0 .5rem; }
            a { color: var(--link); }
            a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            .above, .soft { color: var(--soft); }
            .above { margin: 0; }
            .soft { font-size: .875rem; font-weight: normal; }
            .note { background: var(--warn); padding: .6rem 1rem; border-radius: .4rem; }
            .note h2 { margin-top: .2rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .6rem .8rem .6rem 0;
              border-bottom: 1px solid var(--line); }
            thead th { color: var(--soft); font-size: .875rem; }
            td a, .plain a { display: inline-block; padding: .2rem 0; }
            .plain { list-style: none; margin: 0; padding: 0; }
            .plain li + li { margin-top: .5rem; }
            .whole { white-space: nowrap; }
            .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
              clip-path: inset(50%); white-space: nowrap; }
            @media screen and (max-width: 40rem) {
              table, tbody, tr, th, td { display: block; }
              thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
                clip-path: inset(50%); }
              tbody tr { border-top: 1px solid var(--line); padding: .8rem 0; }
              tbody th, td { border: 0; padding: .2rem 0; overflow-wrap: anywhere; }
              td::before { content: attr(data-head); display: block; color: var(--soft);
                font-size: .875rem; } }
            @media print { a { color: inherit; } }
            """;
}
