package org.preceptorportal.privacy;

/**
 * A word, a number or a mark of a text.
 *
 * @param start its first character
 * @param end the character behind its last, without a possessive 's
 * @param kind what it is
 * @param raw as written, without a possessive 's
 * @param low folded, see {@link Lexicon#fold}
 * @param possessive whether 's or ' follows
 * @param sentence the number of its sentence
 * @param first whether a capital says nothing here: the first word of a sentence, item or quote
 */
record Token(
        int start,
        int end,
        Kind kind,
        String raw,
        String low,
        boolean possessive,
        int sentence,
        boolean first) {
    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    boolean word() {
        return kind == Kind.WORD;
    }

    boolean number() {
        return kind == Kind.NUMBER;
    }

    boolean is(String mark) {
        return raw.equals(mark);
    }

    /** Capital first, then something else than capitals only: "Alvarez", "McDonald", "O'Brien". */
    boolean capital() {
        return word() && raw.length() > 1 && Character.isUpperCase(raw.charAt(0)) && !shout();
    }

    /** Capitals only, two or more. */
    boolean shout() {
        if (!word() || raw.length() < 2) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (Character.isLowerCase(raw.charAt(i))) {
                return false;
            }
        }
        return Character.isUpperCase(raw.charAt(0));
    }

    /** One capital letter. */
    boolean initial() {
        return word() && raw.length() == 1 && Character.isUpperCase(raw.charAt(0));
    }

    /** Letters of a script without capitals, or not Latin. */
    boolean foreign() {
        if (!word() || raw.length() < 2) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(raw.codePointAt(0));
        return script != Character.UnicodeScript.LATIN
                && script != Character.UnicodeScript.GREEK
                && script != Character.UnicodeScript.COMMON
                && script != Character.UnicodeScript.INHERITED;
    }
}
