package org.preceptorportal.evaluation;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** These evaluations cannot be filled in on one screen; the key says why. */
public class NotTogether extends Refusal {
    private static final long serialVersionUID = 1L;

    NotTogether(String why, Serializable... arguments) {
        super("evaluation", "refusal.together." + why, arguments);
    }
}
