package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.form.TextQuestion;

/**
 * Everything a preceptor has answered so far.
 *
 * @param ratings by item code, 1 to 5; a null value means "not observed", a missing key "not yet
 *     answered"
 * @param texts by code, without those that are empty
 * @param days days on which the preceptor saw the learner at work, or null
 * @param encounters patient encounters in which the preceptor watched the learner, or null
 * @param conflict {@link #NO_CONFLICT}, what the conflict of interest is, or null while not said
 * @param goal how far the goal of the middle was reached, one of {@link #GOAL_WORDS}, or null
 */
public record Answers(
        Map<String, Integer> ratings,
        Map<String, String> texts,
        Integer days,
        Integer encounters,
        String conflict,
        String goal)
        implements Serializable {
    /** Characters a text may have. */
    public static final int LONGEST_TEXT = 10_000;

    /** Days that can be observed in one rotation. */
    public static final int MOST_DAYS = 366;

    /** Encounters that can be observed in one rotation. */
    public static final int MOST_ENCOUNTERS = 999;

    /** What a preceptor without a conflict of interest attests. */
    public static final String NO_CONFLICT = "none";

    public static final String STRENGTHS = "strengths";
    public static final String IMPROVEMENT = "improvement";
    public static final String DAYS = "days";
    public static final String ENCOUNTERS = "encounters";
    public static final String CONFLICT = "conflict";
    public static final String GOAL = "goal-reached";

    /** What a final asks beside its form: how much weight its answers have. */
    public static final List<String> CONTEXT = List.of(DAYS, ENCOUNTERS, CONFLICT, GOAL);

    /** How far a goal was reached. */
    public static final List<String> GOAL_WORDS = List.of("reached", "partly", "not-yet");

    /** Rated items from which equal marks are remarkable. */
    private static final int STRAIGHT_FROM = 5;

    public Answers {
        ratings = Collections.unmodifiableMap(new TreeMap<>(ratings));
        Map<String, String> said = new TreeMap<>();
        texts.forEach(
                (code, text) -> {
                    if (text != null && !text.isBlank()) {
                        said.put(code, text.replace("\r\n", "\n").strip());
                    }
                });
        texts = Collections.unmodifiableMap(said);
        conflict = conflict == null || conflict.isBlank() ? null : conflict.strip();
        for (Integer rating : ratings.values()) {
            if (rating != null && (rating < 1 || rating > 5)) {
                throw new IllegalArgumentException("a rating is 1 to 5");
            }
        }
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            throw new IllegalArgumentException("days observed are 0 to " + MOST_DAYS);
        }
    }

    public static Answers none() {
        return new Answers(Map.of(), Map.of(), null, null, null, null);
    }

    /** A whole final of a preceptor who has no conflict of interest. */
    public static Answers ofFinal(
            Map<String, Integer> ratings, String strengths, String improvement, Integer days) {
        return new Answers(
                ratings,
                Map.of(STRENGTHS, strengths, IMPROVEMENT, improvement),
                days,
                null,
                NO_CONFLICT,
                null);
    }

    /** From values as they are kept; what the form does not ask is left out. */
    public static Answers of(EvaluationForm form, Map<String, String> values) {
        Map<String, Integer> ratings = new TreeMap<>();
        for (Item item : form.items()) {
            String value = values.getOrDefault(item.code(), "");
            if (!value.isEmpty()) {
                ratings.put(item.code(), "0".equals(value) ? null : Integer.valueOf(value));
            }
        }
        Map<String, String> texts = new TreeMap<>();
        for (TextQuestion text : form.texts()) {
            texts.put(text.code(), values.getOrDefault(text.code(), ""));
        }
        return new Answers(
                ratings,
                texts,
                number(values.get(DAYS)),
                number(values.get(ENCOUNTERS)),
                values.get(CONFLICT),
                word(values.get(GOAL)));
    }

    /** Of a kept number; null when none was said. */
    static Integer number(String value) {
        return value == null || value.isEmpty() ? null : Integer.valueOf(value);
    }

    private static String word(String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * @throws AnswerNotPossible when the form does not ask this, or not in this way
     */
    static void check(EvaluationForm form, Change change) {
        String value = change.value();
        if (!possible(form, change.question(), value)) {
            throw new AnswerNotPossible(change.question());
        }
    }

    private static boolean possible(EvaluationForm form, String question, String value) {
        if (form.knows(question)) {
            return value.matches("[0-5]");
        }
        if (form.asks(question)) {
            return value.length() <= LONGEST_TEXT;
        }
        if (form.purpose() != Purpose.FINAL) {
            return false;
        }
        return switch (question) {
            case DAYS -> value.isEmpty() || isNumber(value, MOST_DAYS);
            case ENCOUNTERS -> value.isEmpty() || isNumber(value, MOST_ENCOUNTERS);
            case CONFLICT -> value.length() <= LONGEST_TEXT;
            case GOAL -> value.isEmpty() || GOAL_WORDS.contains(value);
            default -> false;
        };
    }

    private static boolean isNumber(String value, int most) {
        return value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= most;
    }

    /** As changes of a draft that has no answers yet. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        ratings.forEach(
                (item, rating) ->
                        changes.add(new Change(item, rating == null ? "0" : "" + rating, 0)));
        texts.forEach((code, text) -> changes.add(new Change(code, text, 0)));
        if (days != null) {
            changes.add(new Change(DAYS, days.toString(), 0));
        }
        if (encounters != null) {
            changes.add(new Change(ENCOUNTERS, encounters.toString(), 0));
        }
        if (conflict != null) {
            changes.add(new Change(CONFLICT, conflict, 0));
        }
        if (goal != null) {
            changes.add(new Change(GOAL, goal, 0));
        }
        return changes;
    }

    /** Codes of what must still be answered, in the order of the form; then texts and context. */
    List<String> missing(EvaluationForm form) {
        List<String> missing = new ArrayList<>();
        for (Item item : form.required()) {
            if (!ratings.containsKey(item.code())) {
                missing.add(item.code());
            }
        }
        for (TextQuestion text : form.texts()) {
            if (text.required() && words(text(text.code())) < Math.max(1, text.fewestWords())) {
                missing.add(text.code());
            }
        }
        if (form.purpose() == Purpose.FINAL) {
            if (days == null) {
                missing.add(DAYS);
            }
            if (conflict == null) {
                missing.add(CONFLICT);
            }
        }
        return missing;
    }

    private static int words(String text) {
        return text.isEmpty() ? 0 : text.split("\\s+").length;
    }

    /** How many items have a number. */
    int rated() {
        return (int) ratings.values().stream().filter(each -> each != null).count();
    }

    /** Whether at least five items are rated, and all with the same number. */
    boolean straightLine() {
        return rated() >= STRAIGHT_FROM
                && ratings.values().stream().filter(each -> each != null).distinct().count() == 1;
    }

    /** Empty when nothing was written. */
    public String text(String code) {
        return texts.getOrDefault(code, "");
    }

    public String strengths() {
        return text(STRENGTHS);
    }

    public String improvement() {
        return text(IMPROVEMENT);
    }
}
