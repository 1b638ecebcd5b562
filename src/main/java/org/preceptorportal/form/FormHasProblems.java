package org.preceptorportal.form;

import org.preceptorportal.shell.Refusal;

/** The draft's text is no form yet (FO-4). */
public class FormHasProblems extends Refusal {
    private static final long serialVersionUID = 1L;

    FormHasProblems(int problems) {
        super("form", "refusal.problems", problems);
    }
}
