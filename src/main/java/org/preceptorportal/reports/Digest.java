package org.preceptorportal.reports;

import java.text.BreakIterator;
import java.util.Locale;

/** Shortens what somebody wrote at the end of a sentence, or of a word, and shows that it did. */
final class Digest {
    private static final String MORE = " […]";

    private Digest() {}

    static boolean cuts(String text, int longest) {
        return text.length() > longest;
    }

    static String of(String text, int longest) {
        if (!cuts(text, longest)) {
            return text;
        }
        int end = last(BreakIterator.getSentenceInstance(Locale.ROOT), text, longest);
        if (end == 0) {
            end = last(BreakIterator.getWordInstance(Locale.ROOT), text, longest);
        }
        if (end == 0) {
            end = last(BreakIterator.getCharacterInstance(Locale.ROOT), text, longest);
        }
        return text.substring(0, end).stripTrailing() + MORE;
    }

    private static int last(BreakIterator breaks, String text, int longest) {
        breaks.setText(text);
        int end = breaks.preceding(longest + 1);
        return end == BreakIterator.DONE ? 0 : end;
    }
}
