package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** The program takes no further letter for this learner this season (LT-6). */
public class TooManyLetters extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyLetters(String program, int limit) {
        super("letter", "refused.tooMany", program, limit);
    }
}
