package org.preceptorportal.duty;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** Something is missing or out of range: a reason, a day, another preceptor (DU-5, DU-7). */
public class ExitNotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    ExitNotPossible(String what, Serializable... arguments) {
        super("duty", "refusal." + what, arguments);
    }
}
