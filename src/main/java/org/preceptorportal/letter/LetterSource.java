package org.preceptorportal.letter;

import java.util.Objects;

/**
 * What a letter was made of when it was signed, for its author's next version: content (S1).
 *
 * @param said what the kind's own room needs to make it again; empty for prose, whose words are
 *     kept as such
 * @param file the SHA-256 of a file that it was made of; null without one
 */
public record LetterSource(LetterKind kind, String said, String file) {
    public LetterSource {
        Objects.requireNonNull(kind, "a letter is of a kind");
        Objects.requireNonNull(said, "nothing said is an empty text");
    }

    /** Never logged: it holds the author's words. */
    @Override
    public String toString() {
        return "LetterSource[" + kind + "]";
    }
}
