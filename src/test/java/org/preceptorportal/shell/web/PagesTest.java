package org.preceptorportal.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every page, read from its source. */
class PagesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern KEY = Pattern.compile("\\b([a-z]+)Text\\['([^']+)'\\](?!\\.)");
    private static final Pattern SAID =
            Pattern.compile("words\\.say\\('([a-z]+)', ?'([^']+)'(?=[,)])");

    @Test
    void everyWordOnAPageStandsInItsBundle() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            String source = Files.readString(page);
            for (Pattern pattern : List.of(KEY, SAID)) {
                Matcher key = pattern.matcher(source);
                while (key.find()) {
                    if (!bundle(key.group(1)).containsKey(key.group(2))) {
                        missing.add(page + ": " + key.group(1) + " " + key.group(2));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFragmentAPageIncludesIsThere() throws IOException {
        Pattern fragment = Pattern.compile("(?:src|template)=\"(/WEB-INF/[^\"#]+)\"");
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (Path page : pages()) {
            Matcher matcher = fragment.matcher(Files.readString(page));
            while (matcher.find()) {
                seen++;
                if (!Files.exists(WEBAPP.resolve(matcher.group(1).substring(1)))) {
                    missing.add(page + ": " + matcher.group(1));
                }
            }
        }
        assertThat(seen).isPositive();
        assertThat(missing).isEmpty();
    }

    /** PrimeFaces' nonces cover scripts only where no handler or script stands in the markup. */
    @Test
    void noPageCarriesScriptOrUnescapedText() throws IOException {
        Pattern forbidden =
                Pattern.compile(
                        "escape=\"false\"|<script(?![^>]*src=)|<f:ajax|<h:commandLink|javascript:"
                                + "|<f:view[^>]*transient|<(?!p:)[^>]*\\son[a-z]+=\"");
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = forbidden.matcher(Files.readString(page));
            while (matcher.find()) {
                found.add(page + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPageStandsInTheFrame() throws IOException {
        TreeSet<String> bare = new TreeSet<>();
        for (Path page : pages()) {
            String source = Files.readString(page);
            if (!page.startsWith(WEBAPP.resolve("WEB-INF"))
                    && !source.contains("template=\"/WEB-INF/templates/page.xhtml\"")) {
                bare.add(page.toString());
            }
        }
        assertThat(bare).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static Properties bundle(String room) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(room + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}
