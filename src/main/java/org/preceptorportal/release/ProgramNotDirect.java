package org.preceptorportal.release;

import org.preceptorportal.shell.Refusal;

/** The program takes letters through another service only. */
public class ProgramNotDirect extends Refusal {
    private static final long serialVersionUID = 1L;

    ProgramNotDirect(String program, String service) {
        super("release", "refused.notDirect", program, service);
    }
}
