package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** The program takes letters through another service only. */
public class ProgramNotDirect extends Refusal {
    private static final long serialVersionUID = 1L;

    ProgramNotDirect(String program, String service) {
        super("letter", "refused.notDirect", program, service);
    }
}
