package org.preceptorportal.letter;

/** What a letter's page is made of. */
public enum LetterKind {
    /** The author's own prose. */
    WORDS,
    /** Answers to the questions of a standardized letter. */
    STRUCTURED,
    /** A PDF that the author brought. */
    OWN_PDF
}
