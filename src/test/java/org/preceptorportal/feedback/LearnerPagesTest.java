package org.preceptorportal.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preceptorportal.access.Door;
import org.preceptorportal.access.Doors;
import org.preceptorportal.shell.Role;

/** FB-5: a learner sees neither the data-quality list's flags nor how anybody compares. */
class LearnerPagesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern INCLUDE =
            Pattern.compile("(?:src|template)=\"(/WEB-INF/[^\"]+)\"");
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "(?i)straight_?line|skillsMirror|\\bpeers?Share|\\.seconds\\(|data-?quality");

    @Test
    void saysNothingOfStraightLinesAndPeers() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Door door : Doors.load()) {
            if (door.kind() == Door.Kind.PAGE && door.roles().contains(Role.LEARNER)) {
                gather(door.path() + ".xhtml", sources);
            }
        }
        assertThat(sources)
                .containsKeys(
                        "/evaluation/read.xhtml",
                        "/evaluation/mine.xhtml",
                        "/WEB-INF/feedback/growth.xhtml",
                        "/WEB-INF/evaluation/answers.xhtml");
        sources.forEach(
                (page, source) -> assertThat(source).as(page).doesNotContainPattern(FORBIDDEN));
    }

    /** The mirror stands on a page that only the preceptor opens. */
    @Test
    void theMirrorIsOnNoOtherPageThanThePreceptors() {
        assertThat(
                        Doors.load().stream()
                                .filter(door -> door.path().equals("/evaluation/done"))
                                .flatMap(door -> door.roles().stream()))
                .containsExactly(Role.PRECEPTOR);
    }

    private static void gather(String page, Map<String, String> sources) throws IOException {
        Deque<String> open = new ArrayDeque<>();
        open.add(page);
        while (!open.isEmpty()) {
            String each = open.remove();
            if (sources.containsKey(each)) {
                continue;
            }
            String source = Files.readString(WEBAPP.resolve(each.substring(1)));
            sources.put(each, source);
            Matcher include = INCLUDE.matcher(source);
            while (include.find()) {
                open.add(include.group(1));
            }
        }
    }
}
