package org.preceptorportal.hint;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The lists of words behind the hints: {@code /hints/letters.yaml}. */
record HintWords(
        List<List<String>> praise,
        Set<String> negations,
        List<Skill> skills,
        List<List<String>> doubt,
        Set<String> alsoWords,
        Set<String> places) {

    /** One skill: how letters call it, and which items of evaluations rate it. */
    record Skill(String label, List<List<String>> terms, List<String> items) {}

    /**
     * @throws IllegalStateException when the file lacks something: found at the first start
     */
    static HintWords read() {
        try (InputStream file = HintWords.class.getResourceAsStream("/hints/letters.yaml")) {
            Map<?, ?> all =
                    (Map<?, ?>)
                            new Load(LoadSettings.builder().setLabel("hints/letters.yaml").build())
                                    .loadFromInputStream(file);
            List<Skill> skills = new ArrayList<>();
            for (Object each : (List<?>) need(all, "skills")) {
                Map<?, ?> skill = (Map<?, ?>) each;
                skills.add(
                        new Skill(
                                (String) need(skill, "label"),
                                phrases(need(skill, "terms")),
                                strings(need(skill, "items"))));
            }
            return new HintWords(
                    phrases(need(all, "praise")),
                    Set.copyOf(strings(need(all, "negations"))),
                    skills,
                    phrases(need(all, "doubt")),
                    Set.copyOf(strings(need(all, "names-that-are-words"))),
                    Set.copyOf(strings(need(all, "places"))));
        } catch (IOException e) {
            throw new IllegalStateException("hints/letters.yaml cannot be read", e);
        }
    }

    private static Object need(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("hints/letters.yaml lacks " + key);
        }
        return value;
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static List<List<String>> phrases(Object list) {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        strings(list).forEach(each -> phrases.put(each, Passage.parts(each)));
        return List.copyOf(phrases.values());
    }
}
