package org.preceptorportal.evaluation;

import org.preceptorportal.shell.Refusal;

/** Another device or tab saved in the meantime; the newer answers must be seen first (EV-6). */
public class EvaluationChangedElsewhere extends Refusal {
    private static final long serialVersionUID = 1L;

    EvaluationChangedElsewhere() {
        super("evaluation", "refusal.elsewhere");
    }
}
