package org.preceptorportal.evaluation;

import java.util.List;
import org.preceptorportal.shell.Refusal;

/** Something is not answered yet (EV-2). */
public class EvaluationIncomplete extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    EvaluationIncomplete(List<String> missing) {
        super("evaluation", "refusal.incomplete", missing.size());
        this.missing = List.copyOf(missing);
    }

    /**
     * Item codes in the order of the form; then the codes of texts, and {@link Answers#DAYS} and
     * {@link Answers#CONFLICT}.
     */
    public List<String> missing() {
        return missing;
    }
}
