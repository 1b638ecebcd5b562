package org.preceptorportal.evaluation;

import org.preceptorportal.shell.Refusal;

/** The rotation goes on for more than a week, so nothing final can be said about it (EV-10). */
public class RotationNotOver extends Refusal {
    private static final long serialVersionUID = 1L;

    RotationNotOver() {
        super("evaluation", "refusal.notOver");
    }
}
