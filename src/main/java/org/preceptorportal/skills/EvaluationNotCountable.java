package org.preceptorportal.skills;

/** An evaluation contradicts its form; its learner's report waits until that is mended (SK-5). */
public class EvaluationNotCountable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason one sentence for the night's list, without content of the evaluation
     */
    EvaluationNotCountable(String reason) {
        super(reason);
    }
}
