package org.preceptorportal.form;

import org.preceptorportal.shell.Refusal;

/** Somebody else saved the draft since this text was shown. */
public class FormChangedElsewhere extends Refusal {
    private static final long serialVersionUID = 1L;

    FormChangedElsewhere() {
        super("form", "refusal.elsewhere");
    }
}
