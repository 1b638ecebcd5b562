package org.preceptorportal.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text cut into tokens and sentences, with the names that are nobody's secret. */
final class Passage {
    private static final Set<String> ABBREVIATIONS =
            Lexicon.set(
                    """
                    dr drs mr mrs ms mx prof pt pts st vs no rm approx eg ie sr sra jr sgt capt col
                    lt rev hon tel ext dept fig etc ave blvd rd apt mt ft nos dob jan feb mar apr
                    jun jul aug sep sept oct nov dec
                    """);

    final String text;
    final List<Token> tokens;
    private final Set<String> known;

    Passage(String text, Set<String> known) {
        this.text = text;
        this.known = new HashSet<>(known);
        this.tokens = cut(text);
    }

    int size() {
        return tokens.size();
    }

    /** The token at a place, or a mark that is nothing beyond the ends. */
    Token at(int i) {
        return i < 0 || i >= tokens.size() ? NOTHING : tokens.get(i);
    }

    private static final Token NOTHING =
            new Token(0, 0, Token.Kind.MARK, "", "", false, -1, false, Token.Shape.OTHER);

    boolean same(int i, int j) {
        return at(i).sentence() == at(j).sentence();
    }

    /** Whether only blanks of one line stand between two neighbours. */
    boolean beside(int i) {
        Token a = at(i);
        Token b = at(i + 1);
        if (a.sentence() < 0 || b.sentence() < 0 || a.possessive()) {
            return false;
        }
        for (int k = a.end(); k < b.start(); k++) {
            char c = text.charAt(k);
            if (c != ' ' && c != '\u00a0') {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing stands between two neighbours. */
    boolean touching(int i) {
        return at(i + 1).sentence() >= 0 && at(i).end() == at(i + 1).start();
    }

    void learn(String name) {
        known.add(name);
    }

    /** The name, a short form of it, or it without its hyphen, is known. */
    boolean known(String low) {
        if (known.contains(low)) {
            return true;
        }
        if (low.indexOf('\'') >= 0) {
            return known.contains(low.replace("'", ""));
        }
        if (low.length() >= 3 && low.length() <= 6) {
            for (String name : known) {
                if (name.length() > low.length() && name.startsWith(low)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Token> cut(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 4 + 4);
        int sentence = 0;
        boolean first = true;
        int i = 0;
        int length = text.length();
        while (i < length) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                if (c == '\n' && !first) {
                    sentence++;
                    first = true;
                }
                i++;
                continue;
            }
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                int start = i;
                boolean digits = false;
                while (i < length && part(text, i, start)) {
                    digits |= Character.isDigit(text.charAt(i));
                    i++;
                }
                int end = i;
                boolean possessive = false;
                if (!digits) {
                    int cut = possessive(text, start, end);
                    if (cut < end) {
                        end = cut;
                        possessive = true;
                    } else if (i < length
                            && quote(text.charAt(i))
                            && text.charAt(i - 1) == 's'
                            && i + 1 < length
                            && text.charAt(i + 1) == ' ') {
                        possessive = true;
                        i++;
                    }
                }
                String raw = text.substring(start, end);
                Token.Kind kind = digits ? Token.Kind.NUMBER : Token.Kind.WORD;
                tokens.add(
                        new Token(
                                start,
                                end,
                                kind,
                                raw,
                                Lexicon.fold(raw),
                                possessive,
                                sentence,
                                first,
                                Token.shape(kind, raw)));
                first = false;
                continue;
            }
            Token before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            tokens.add(
                    new Token(
                            i,
                            i + 1,
                            Token.Kind.MARK,
                            String.valueOf(c),
                            String.valueOf(c),
                            false,
                            sentence,
                            false,
                            Token.Shape.OTHER));
            i++;
            if (c == '.' || c == '!' || c == '?' || c == ';') {
                if (endsSentence(text, i, before, c)) {
                    sentence++;
                    first = true;
                }
            } else if (c == ':' || c == '"' || c == '“' || c == '•' || c == '*') {
                first = true;
            } else if (c == '-' || c == '–' || c == '—') {
                // A list item: a dash at the beginning of a line.
                first = before == null || before.sentence() != sentence;
            }
        }
        return tokens;
    }

    private static boolean part(String text, int i, int start) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
            return true;
        }
        return quote(c)
                && i > start
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i + 1))
                && Character.isLetter(text.charAt(i - 1));
    }

    private static boolean quote(char c) {
        return c == '\'' || c == '’';
    }

    private static int possessive(String text, int start, int end) {
        return end - start > 2
                        && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
                        && quote(text.charAt(end - 2))
                ? end - 2
                : end;
    }

    private static boolean endsSentence(String text, int next, Token before, char mark) {
        if (next >= text.length() || !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        if (mark != '.') {
            return true;
        }
        if (before == null || before.end() != next - 1) {
            return true;
        }
        if (before.word() && (before.raw().length() == 1 || ABBREVIATIONS.contains(before.low()))) {
            return false;
        }
        int i = next;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i >= text.length() || !Character.isLowerCase(text.charAt(i));
    }
}
