package org.preceptorportal.reports;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses the joined form of each Arabic letter. The table is read from Unicode itself: each
 * presentation form's name says its form ("ARABIC LETTER BEH INITIAL FORM") and its compatibility
 * decomposition the letter. Ligatures other than lam-alef are not used.
 */
final class ArabicShaper {
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final String[] ENDINGS = {
        " ISOLATED FORM", " FINAL FORM", " INITIAL FORM", " MEDIAL FORM"
    };
    private static final char TATWEEL = '\u0640';
    private static final char ZERO_WIDTH_JOINER = '\u200D';
    private static final char LAM = '\u0644';

    /** Letter (or lam with alef) to its four forms; 0 where the form does not exist. */
    private static final Map<String, char[]> FORMS = forms();

    private ArabicShaper() {}

    private static Map<String, char[]> forms() {
        Map<String, char[]> forms = new HashMap<>();
        for (char c = '\uFB50'; c <= '\uFEFC'; c++) {
            String name = Character.getName(c);
            for (int form = 0; name != null && form < ENDINGS.length; form++) {
                String letters = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
                boolean letter = letters.length() == 1;
                boolean lamAlef = letters.length() == 2 && isLigature(c);
                if (name.endsWith(ENDINGS[form]) && (letter || lamAlef)) {
                    forms.computeIfAbsent(letters, key -> new char[4])[form] = c;
                }
            }
        }
        return forms;
    }

    /** Whether the form stands for lam and alef at once. */
    static boolean isLigature(char form) {
        return form >= '\uFEF5' && form <= '\uFEFC';
    }

    /**
     * Shapes a text in reading order.
     *
     * @return per character the form to draw; 0 where the character is part of the form before it
     */
    static char[] shape(char[] text) {
        char[] shown = text.clone();
        for (int i = 0; i < text.length; i++) {
            if (shown[i] == 0 || !FORMS.containsKey(String.valueOf(text[i]))) {
                continue;
            }
            boolean before = joinsForward(text, previous(text, i)) && joinsBackward(text, i);
            int next = next(text, i);
            if (text[i] == LAM && next == i + 1) {
                char[] ligature = FORMS.get("" + LAM + text[next]);
                if (ligature != null) {
                    shown[i] = ligature[before ? FINAL : ISOLATED];
                    shown[next] = 0;
                    continue;
                }
            }
            boolean after = joinsForward(text, i) && joinsBackward(text, next);
            char form =
                    FORMS.get(String.valueOf(text[i]))[
                            before ? (after ? MEDIAL : FINAL) : (after ? INITIAL : ISOLATED)];
            if (form != 0) {
                shown[i] = form;
            }
        }
        return shown;
    }

    private static int previous(char[] text, int i) {
        int at = i - 1;
        while (at >= 0 && transparent(text[at])) {
            at--;
        }
        return at;
    }

    private static int next(char[] text, int i) {
        int at = i + 1;
        while (at < text.length && transparent(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean transparent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean joinsForward(char[] text, int i) {
        if (i < 0 || i >= text.length) {
            return false;
        }
        char[] forms = FORMS.get(String.valueOf(text[i]));
        return causesJoining(text[i]) || (forms != null && forms[INITIAL] != 0);
    }

    private static boolean joinsBackward(char[] text, int i) {
        if (i < 0 || i >= text.length) {
            return false;
        }
        char[] forms = FORMS.get(String.valueOf(text[i]));
        return causesJoining(text[i]) || (forms != null && forms[FINAL] != 0);
    }

    private static boolean causesJoining(char c) {
        return c == TATWEEL || c == ZERO_WIDTH_JOINER;
    }
}
