package org.preceptorportal.evaluation;

import org.preceptorportal.shell.Refusal;

/** The form does not ask this question, or the value is no answer to it. */
public class AnswerNotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    AnswerNotPossible(String question) {
        super("evaluation", "refusal.answer", question);
    }
}
