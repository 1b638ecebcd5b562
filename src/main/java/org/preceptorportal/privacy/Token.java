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
 * @param shape how it is written
 */
record Token(
        int start,
        int end,
        Kind kind,
        String raw,
        String low,
        boolean possessive,
        int sentence,
        boolean first,
        Shape shape) {
    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    enum Shape {
        CAPITAL,
        SHOUT,
        INITIAL,
        FOREIGN,
        OTHER
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
        return shape == Shape.CAPITAL;
    }

    /** Capitals only, two or more. */
    boolean shout() {
        return shape == Shape.SHOUT;
    }

    /** One capital letter. */
    boolean initial() {
        return shape == Shape.INITIAL;
    }

    /** Of the script of another language, for instance Arabic, Chinese or Cyrillic. */
    boolean foreign() {
        return shape == Shape.FOREIGN;
    }

    static Shape shape(Kind kind, String raw) {
        if (kind != Kind.WORD) {
            return Shape.OTHER;
        }
        if (raw.length() > 1 && raw.charAt(0) > 0x24F) {
            Character.UnicodeScript script = Character.UnicodeScript.of(raw.codePointAt(0));
            if (script != Character.UnicodeScript.LATIN
                    && script != Character.UnicodeScript.GREEK
                    && script != Character.UnicodeScript.COMMON
                    && script != Character.UnicodeScript.INHERITED) {
                return Shape.FOREIGN;
            }
        }
        if (!Character.isUpperCase(raw.charAt(0))) {
            return Shape.OTHER;
        }
        if (raw.length() == 1) {
            return Shape.INITIAL;
        }
        for (int i = 1; i < raw.length(); i++) {
            if (Character.isLowerCase(raw.charAt(i))) {
                return Shape.CAPITAL;
            }
        }
        return Shape.SHOUT;
    }
}
