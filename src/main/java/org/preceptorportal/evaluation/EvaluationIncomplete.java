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
     * Item codes in the order of the form; then, where they are missing, {@code strengths}, {@code
     * improvement} and {@code days}.
     */
    public List<String> missing() {
        return missing;
    }
}
