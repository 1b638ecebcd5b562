package org.preceptorportal.evaluation;

import org.preceptorportal.shell.Refusal;

/** The preceptor has not had the whole evaluation before them as it now is (EV-12). */
public class EvaluationNotViewed extends Refusal {
    private static final long serialVersionUID = 1L;

    EvaluationNotViewed() {
        super("evaluation", "refusal.notViewed");
    }
}
