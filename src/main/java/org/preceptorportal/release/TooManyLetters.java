package org.preceptorportal.release;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** The program takes no further letter for this learner by its channel this season (RL-1). */
public class TooManyLetters extends Refusal {
    private static final long serialVersionUID = 1L;

    private TooManyLetters(String words, Serializable... arguments) {
        super("release", words, arguments);
    }

    static TooManyLetters of(Destination program, int most) {
        return program.direct()
                ? new TooManyLetters("refused.tooMany", program.name(), most)
                : new TooManyLetters(
                        "refused.tooManyThere", program.name(), most, program.service());
    }
}
