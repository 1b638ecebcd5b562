package org.preceptorportal.hint;

import java.util.List;

/**
 * One note for the author. The words for it are in the bundle {@code hint}: {@code <KIND>.what} and
 * {@code <KIND>.todo}.
 *
 * @param start its first character in the text, counted as {@link String} does
 * @param end the character behind its last; equal to {@code start} when it is about the whole
 * @param quote what stands there
 * @param nth which occurrence of the quote it is, from 0
 * @param arguments of the words
 */
public record Hint(Kind kind, int start, int end, String quote, int nth, List<Object> arguments) {
    public Hint {
        arguments = List.copyOf(arguments);
    }

    /** What may be amiss. */
    public enum Kind {
        /** A question of the structure, or a name to fill in, still stands in the text. */
        OPEN_QUESTION,
        /** The salutation names one program or hospital: the letter fits no other. */
        SALUTATION,
        /** A name of another learner. */
        OTHER_LEARNER,
        /** What may point at a patient. */
        PATIENT,
        /** Praise for a skill that no evaluation of the author's rates. */
        SKILL_UNRATED,
        /** Praise for a skill that the author's evaluations rate lower. */
        SKILL_LOWER,
        /** A word that readers take for doubt and that the author does not use otherwise. */
        DOUBT,
        /** The same, of an author without earlier letters here. */
        DOUBT_ALONE,
        /** Pronouns that came along from a letter about somebody else. */
        PRONOUN,
        /** Both kinds of pronouns for what seems one person. */
        PRONOUN_MIXED,
        /** More pages than readers expect. */
        LENGTH
    }

    /** Never logged: it quotes the letter. */
    @Override
    public String toString() {
        return "Hint[" + kind + "]";
    }
}
