package org.preceptorportal.start;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the names of one learner in a text, and puts those of another in their place (SR-2). */
final class NameSwap {
    /** A shorter part of a name meets too many words by chance. */
    private static final int SHORTEST_PART = 2;

    /**
     * A name as it stands in the text.
     *
     * @param times how often, not counting where it is part of a longer one
     * @param instead what may take its place
     */
    record Found(String name, int times, String instead) {}

    private final String fullName;
    private final Map<String, String> candidates = new LinkedHashMap<>();

    /**
     * @param earlier names of whom the text is about
     * @param next names of whom it will be about, the first in full
     */
    NameSwap(List<String> earlier, List<String> next) {
        fullName = next.get(0);
        String latin = next.get(next.size() - 1);
        for (String name : earlier) {
            String whole = latin(name) ? latin : fullName;
            List<String> from = parts(name);
            List<String> to = parts(whole);
            add(name, whole);
            if (from.size() > 2) {
                add(from.get(0) + " " + from.get(from.size() - 1), whole);
                add(from.get(0) + " " + from.get(1), whole);
            }
            for (int i = 0; i < from.size(); i++) {
                if (from.get(i).length() >= SHORTEST_PART) {
                    add(from.get(i), i == 0 ? to.get(0) : to.get(to.size() - 1));
                }
            }
        }
    }

    private void add(String name, String instead) {
        candidates.putIfAbsent(name, instead);
        candidates.putIfAbsent(plain(name), instead);
        candidates.putIfAbsent(name.toUpperCase(Locale.ROOT), instead);
    }

    /** In the order in which they would be replaced, the longest first. */
    List<Found> in(String text) {
        Map<String, Integer> times = new LinkedHashMap<>();
        Matcher matcher = pattern(candidates.keySet()).matcher(text);
        while (matcher.find()) {
            times.merge(matcher.group(), 1, Integer::sum);
        }
        List<Found> found = new ArrayList<>();
        times.forEach((name, n) -> found.add(new Found(name, n, candidates.get(name))));
        found.sort(Comparator.comparingInt((Found f) -> -f.name().length()));
        return found;
    }

    /**
     * @param instead by name; a name without an entry stays
     */
    static String replaced(String text, Map<String, String> instead) {
        if (instead.isEmpty()) {
            return text;
        }
        return pattern(instead.keySet())
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(instead.get(m.group())));
    }

    /** The longest name first, each as a whole word and in these very letters. */
    private static Pattern pattern(Set<String> names) {
        String any =
                new LinkedHashSet<>(names)
                        .stream()
                                .sorted(Comparator.comparingInt((String n) -> -n.length()))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + any + ")(?![\\p{L}\\p{M}])");
    }

    private static List<String> parts(String name) {
        return List.of(name.strip().split("[\\s\\u00a0]+"));
    }

    private static boolean latin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    /** Without accents, as who types quickly writes it. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .replace('ø', 'o')
                .replace('Ø', 'O')
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
