package org.preceptorportal.evaluation;

import org.preceptorportal.shell.Refusal;

/** The evaluation was submitted, so it no longer changes (EV-5). */
public class EvaluationClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    EvaluationClosed() {
        super("evaluation", "refusal.closed");
    }
}
