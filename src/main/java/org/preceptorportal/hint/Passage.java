package org.preceptorportal.hint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** A text in its own letters and, of the same length, in small ones without accents. */
final class Passage {
    /** Letters that are of their own and yet read as these. */
    private static final String BARRED = "łøđħıßæœ";

    private static final String PLAIN = "lodhisao";

    /** A word: where it begins and ends, and its plain letters. */
    record Word(int start, int end, String plain) {}

    final String text;
    final String plain;
    final List<Word> words = new ArrayList<>();

    Passage(String text) {
        this.text = text;
        this.plain = plain(text);
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && partOfWord(i);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(new Word(start, i, plain.substring(start, i)));
                start = -1;
            }
        }
    }

    private boolean partOfWord(int i) {
        char c = plain.charAt(i);
        if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        // O'Connor, first-rate: but not a quotation mark at either end.
        return (c == '\'' || c == '-')
                && i > 0
                && i + 1 < plain.length()
                && Character.isLetter(plain.charAt(i - 1))
                && Character.isLetter(plain.charAt(i + 1));
    }

    /** Small letters without accents, one for each of the text's. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            int barred = BARRED.indexOf(c);
            if (barred >= 0) {
                c = PLAIN.charAt(barred);
            } else if (c == '\u2019' || c == '\u02bc') {
                c = '\'';
            } else if (c == '\u2010' || c == '\u2011') {
                c = '-';
            } else if (c == '\u00a0') {
                c = ' ';
            } else if (c > 0x7f && !Character.isSurrogate(c)) {
                String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                // Hangul and others come apart in letters, not in a letter and its marks.
                if (apart.length() > 1
                        && Character.getType(apart.charAt(1)) == Character.NON_SPACING_MARK) {
                    c = apart.charAt(0);
                }
            }
            plain.append(c);
        }
        return plain.toString();
    }

    static List<String> parts(String name) {
        return new Passage(name).words.stream().map(Word::plain).toList();
    }

    /**
     * Where these words follow one another, with nothing but spaces between them.
     *
     * @return index of the first word from {@code from} on, or -1
     */
    int find(List<String> sought, int from) {
        for (int i = from; i + sought.size() <= words.size(); i++) {
            if (matches(sought, i)) {
                return i;
            }
        }
        return -1;
    }

    boolean matches(List<String> sought, int at) {
        if (sought.isEmpty() || at + sought.size() > words.size()) {
            return false;
        }
        for (int k = 0; k < sought.size(); k++) {
            Word word = words.get(at + k);
            // Also of the possessive: "Linh's".
            if (!word.plain().equals(sought.get(k))
                    && !(k == sought.size() - 1 && word.plain().equals(sought.get(k) + "'s"))) {
                return false;
            }
            if (k > 0 && !plain.substring(words.get(at + k - 1).end(), word.start()).isBlank()) {
                return false;
            }
        }
        return true;
    }

    boolean capital(int word) {
        return Character.isUpperCase(text.codePointAt(words.get(word).start()));
    }

    /** Whether a sentence or line begins with this word. */
    boolean beginsSentence(int word) {
        int i = words.get(word).start() - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\u00a0')) {
            i--;
        }
        return i < 0 || ".!?:\n\"“”([".indexOf(text.charAt(i)) >= 0;
    }

    /** Whether both words stand in one sentence. */
    boolean oneSentence(int first, int second) {
        String between =
                text.substring(
                        words.get(Math.min(first, second)).end(),
                        words.get(Math.max(first, second)).start());
        return between.chars().noneMatch(c -> ".!?;\n".indexOf(c) >= 0);
    }

    int occurrence(int start, int end) {
        String quote = text.substring(start, end);
        int nth = 0;
        for (int i = text.indexOf(quote); i >= 0 && i < start; i = text.indexOf(quote, i + 1)) {
            nth++;
        }
        return nth;
    }
}
