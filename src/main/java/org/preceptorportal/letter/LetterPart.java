package org.preceptorportal.letter;

import java.util.List;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.LetterBody;

/** Gives the body of letters that are not prose. A room above this one knows how. */
public interface LetterPart {
    /** The letters it speaks for. */
    LetterKind kind();

    /**
     * @throws org.preceptorportal.shell.Refusal when something is missing that a signed letter has
     */
    void needComplete(Letter letter);

    /** What stands between the letterhead and the signature. */
    LetterBody body(Letter letter);

    /** What the author typed, for notes in the margin; empty where nothing can be read. */
    String typed(Letter letter);

    /** What the next version begins from. */
    LetterSource source(Letter letter);

    /** What was said then, for who drafts; nothing when there was nothing to say yet. */
    List<Fact> said(LetterSource source);

    /**
     * The letter is made again of what it was made of then.
     *
     * @return what it is with that
     */
    LetterKind restore(Letter letter, LetterSource source);
}
