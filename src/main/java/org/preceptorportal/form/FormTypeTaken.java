package org.preceptorportal.form;

import org.preceptorportal.shell.Refusal;

/** Another form of the institution already serves this purpose and rotation type (FO-5). */
public class FormTypeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    FormTypeTaken(String type, String other) {
        super("form", "refusal.typeTaken", type, other);
    }
}
