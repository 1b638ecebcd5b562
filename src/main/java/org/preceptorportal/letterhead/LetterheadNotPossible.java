package org.preceptorportal.letterhead;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** A letterhead lacks something that readers of letters need, or its logo cannot be read. */
public class LetterheadNotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    LetterheadNotPossible(String key, Serializable... arguments) {
        super("letterhead", "refused." + key, arguments);
    }
}
