package org.preceptorportal.structure;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.structure.Structure.Kind;
import org.preceptorportal.structure.Structure.Question;

/**
 * What an author answered: for a text its words, else the level's number from 1; 0 is not observed.
 * Only what fits its question is ever kept.
 */
public final class StructureAnswers {
    /** A word is rarely longer; the cap itself is checked when the letter is signed (ST-4). */
    private static final int CHARACTERS_PER_WORD = 16;

    private final Structure structure;
    private final Map<String, String> values;

    private StructureAnswers(Structure structure, Map<String, String> values) {
        this.structure = structure;
        this.values = values;
    }

    /** Takes what a page sends; what is no answer to any question is left out. */
    static StructureAnswers of(Structure structure, Map<String, String> sent) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Question question : structure.questions()) {
            String value = sent.get(question.code());
            if (value != null && !value.isBlank() && fits(question, value.strip())) {
                kept.put(question.code(), value.strip());
            }
        }
        return new StructureAnswers(structure, kept);
    }

    static StructureAnswers read(Structure structure, String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, String> values = new LinkedHashMap<>();
            object.keySet().forEach(key -> values.put(key, object.getString(key)));
            return of(structure, values);
        }
    }

    String json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach(json::add);
        return json.build().toString();
    }

    private static boolean fits(Question question, String value) {
        if (question.isText()) {
            return value.length() <= longest(question);
        }
        return value.matches("\\d")
                && Integer.parseInt(value) <= question.levels().size()
                && (!value.equals("0") || question.isRating());
    }

    /** Characters that the page lets one type. */
    static int longest(Question question) {
        return question.words() * CHARACTERS_PER_WORD;
    }

    /** The answer, or an empty text. */
    public String value(Question question) {
        return values.getOrDefault(question.code(), "");
    }

    public boolean answered(Question question) {
        return values.containsKey(question.code());
    }

    /** The level chosen from 1; 0 when it was not observed. */
    int level(Question question) {
        return Integer.parseInt(value(question));
    }

    /** The comparison band that was chosen, from 1; null when none was. */
    Integer band() {
        return structure.comparison().filter(this::answered).map(this::level).orElse(null);
    }

    /**
     * The answer in the structure's words; empty without one.
     *
     * @param notObserved the word for that
     */
    String said(Question question, String notObserved) {
        if (!answered(question) || question.isText()) {
            return value(question);
        }
        int level = level(question);
        return level == 0 ? notObserved : question.levels().get(level - 1).word();
    }

    /** How much is said: each chosen level, each word of a text. */
    int size() {
        return structure.questions().stream()
                .mapToInt(q -> q.isText() ? words(value(q)) : answered(q) ? 1 : 0)
                .sum();
    }

    /** Labels of the questions that keep the letter from being signed (ST-4), in order. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Question question : structure.questions()) {
            int words = question.kind() == Kind.TEXT ? words(value(question)) : 0;
            boolean none = !answered(question);
            if (none && question.required()
                    || !none && question.isText() && words < question.fewestWords()
                    || words > question.words() && question.isText()) {
                missing.add(question.label());
            }
        }
        return missing;
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    /** Never logged: it holds the author's words. */
    @Override
    public String toString() {
        return "StructureAnswers[" + structure.code() + "]";
    }
}
