package org.preceptorportal.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lists of words under {@code /privacy}, read once. Words are asked for folded. */
final class Lexicon {
    private static final Set<String> FREQUENT = words("english.txt", "common");
    private static final Set<String> ENGLISH = words("english.txt", null);
    private static final Set<String> GIVEN = words("names.txt", "given");
    private static final Set<String> SURNAMES = words("names.txt", "surnames");
    private static final Set<String> MEDICAL = words("medical.txt", null);
    private static final Set<String> WIDE = words("places.txt", "wide");
    private static final Set<String> CITIES = words("places.txt", "cities");

    private Lexicon() {}

    /** One of the ten thousand most frequent English words. */
    static boolean frequent(String word) {
        return FREQUENT.contains(word);
    }

    /** An ordinary English word. */
    static boolean english(String word) {
        return ENGLISH.contains(word);
    }

    static boolean given(String word) {
        return GIVEN.contains(word);
    }

    static boolean surname(String word) {
        return SURNAMES.contains(word);
    }

    static boolean name(String word) {
        return GIVEN.contains(word) || SURNAMES.contains(word);
    }

    /**
     * Eponym, drug, germ, score, record system, abbreviation: with a capital, yet nobody's name.
     */
    static boolean medical(String word) {
        int last = word.length() - 1;
        return MEDICAL.contains(word)
                // Foleys, Dix-Hallpikes
                || last > 4
                        && word.charAt(last) == 's'
                        && MEDICAL.contains(word.substring(0, last))
                        && !SURNAMES.contains(word);
    }

    /** Country, state, people, language, month, weekday. */
    static boolean wide(String word) {
        return WIDE.contains(word);
    }

    static boolean city(String word) {
        return CITIES.contains(word);
    }

    /** Lower case without accents, apostrophes straight: "Muñoz" is "munoz". */
    static String fold(String word) {
        boolean plain = true;
        for (int i = 0; i < word.length() && plain; i++) {
            plain = word.charAt(i) < 128;
        }
        if (plain) {
            return word.toLowerCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(
                        c ->
                                folded.append(
                                        c == 'ł'
                                                ? "l"
                                                : c == 'ı'
                                                        ? "i"
                                                        : c == 'ø' ? "o" : Character.toString(c)));
        return folded.toString()
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('ł', 'l')
                .replace('ø', 'o');
    }

    /** The words that names consist of, folded: people are called by a part of their name. */
    static Set<String> parts(Collection<String> names) {
        Set<String> parts = new HashSet<>();
        for (String name : names) {
            String folded = fold(name);
            StringBuilder joined = new StringBuilder();
            for (String part : folded.split("[^\\p{L}\\p{M}]+", -1)) {
                if (part.length() > 1) {
                    parts.add(part);
                }
                joined.append(part);
            }
            // O'Brien, Al-Sayed: also as one word.
            for (String word : folded.split("[\\s,.]+", -1)) {
                String whole = word.replaceAll("[^\\p{L}\\p{M}]", "");
                if (whole.length() > 1) {
                    parts.add(whole);
                }
            }
            if (joined.length() > 1) {
                parts.add(joined.toString());
            }
        }
        return parts;
    }

    /** The words of a text, parted by blanks. */
    static Set<String> set(String words) {
        return new HashSet<>(List.of(words.strip().split("\\s+", -1)));
    }

    private static Set<String> words(String file, String section) {
        Set<String> words = new HashSet<>();
        try (InputStream in = Lexicon.class.getResourceAsStream("/privacy/" + file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            boolean wanted = section == null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    wanted = section == null || line.equals("[" + section + "]");
                } else if (wanted && !line.startsWith("#")) {
                    for (String word : line.split(" ", -1)) {
                        words.add(word);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.remove("");
        return words;
    }
}
