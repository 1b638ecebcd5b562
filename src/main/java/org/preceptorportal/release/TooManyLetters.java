package org.preceptorportal.release;

import org.preceptorportal.shell.Refusal;

/** The program takes no further letter for this learner this season (RL-1). */
public class TooManyLetters extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyLetters(String program, int limit) {
        super("release", "refused.tooMany", program, limit);
    }
}
