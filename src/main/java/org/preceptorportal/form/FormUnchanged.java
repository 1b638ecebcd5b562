package org.preceptorportal.form;

import org.preceptorportal.shell.Refusal;

/** The draft says what the newest version says. */
public class FormUnchanged extends Refusal {
    private static final long serialVersionUID = 1L;

    FormUnchanged(int number) {
        super("form", "refusal.unchanged", number);
    }
}
