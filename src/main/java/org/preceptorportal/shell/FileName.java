package org.preceptorportal.shell;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of files that every system takes: ASCII letters, digits, hyphen and underscore. ERAS and
 * old ZIP tools refuse or garble anything else.
 */
public final class FileName {
    private static final int LONGEST = 60;

    /** Letters that have no accent to take off. */
    private static final Map<Character, String> PLAIN =
            Map.ofEntries(
                    Map.entry('ß', "ss"),
                    Map.entry('æ', "ae"),
                    Map.entry('Æ', "Ae"),
                    Map.entry('œ', "oe"),
                    Map.entry('Œ', "Oe"),
                    Map.entry('ø', "o"),
                    Map.entry('Ø', "O"),
                    Map.entry('ł', "l"),
                    Map.entry('Ł', "L"),
                    Map.entry('đ', "d"),
                    Map.entry('Đ', "D"),
                    Map.entry('ð', "d"),
                    Map.entry('Ð', "D"),
                    Map.entry('þ', "th"),
                    Map.entry('Þ', "Th"),
                    Map.entry('ı', "i"));

    // Compiled once: a packet names hundreds of people and files.
    private static final Pattern DROPPED = Pattern.compile("[\\p{M}’'`.]");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9-]+");
    private static final Pattern AROUND = Pattern.compile("^[_-]+|[_-]+$");

    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

    private final Set<String> given = new HashSet<>();

    /**
     * Only safe characters; words joined by underscores; empty when nothing of the text is left.
     */
    public static String safe(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            plain.append(PLAIN.getOrDefault(c, String.valueOf(c)));
        }
        String ascii = Normalizer.normalize(plain, Normalizer.Form.NFD);
        ascii = DROPPED.matcher(ascii).replaceAll("");
        ascii = UNSAFE.matcher(ascii).replaceAll("_");
        ascii = AROUND.matcher(ascii).replaceAll("");
        return ascii.substring(0, Math.min(ascii.length(), LONGEST));
    }

    /**
     * A person as the name is written, without degrees: "José Núñez, MD" is {@code Jose_Nunez}.
     *
     * @param otherwise when no Latin letter is in the name
     */
    public static String asWritten(String name, String otherwise) {
        String safe = safe(name.replaceAll(",.*", ""));
        return safe.isEmpty() ? safe(otherwise) : safe;
    }

    /**
     * A person, family name first: "Linh Nguyễn" is {@code Nguyen_Linh}.
     *
     * @param latinName given name first, in Latin letters
     * @param otherwise when no Latin letter is in the name
     */
    public static String person(String latinName, String otherwise) {
        List<String> words =
                Arrays.stream(latinName.replaceAll(",.*", "").strip().split("\\s+"))
                        .map(FileName::safe)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toCollection(ArrayList::new));
        if (words.isEmpty()) {
            return safe(otherwise);
        }
        String suffix = words.get(words.size() - 1);
        boolean hasSuffix = words.size() > 2 && SUFFIXES.contains(suffix.toLowerCase(Locale.ROOT));
        if (hasSuffix) {
            words.remove(words.size() - 1);
        }
        words.add(0, words.remove(words.size() - 1));
        if (hasSuffix) {
            words.add(suffix);
        }
        return safe(String.join("_", words));
    }

    /** The wanted name, or with a number when it is taken, whatever the case of its letters. */
    public String unique(String folder, String name, String extension) {
        String candidate = folder + name + extension;
        for (int n = 2; !given.add(candidate.toLowerCase(Locale.ROOT)); n++) {
            candidate = folder + name + "_" + n + extension;
        }
        return candidate;
    }
}
