package org.preceptorportal.form;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of reading a form file.
 *
 * @param form null when there are problems
 * @param problems every fault, in the order of the lines
 */
public record FormReading(EvaluationForm form, List<FormProblem> problems) implements Serializable {
    public FormReading {
        problems = List.copyOf(problems);
    }

    public boolean good() {
        return problems.isEmpty();
    }

    /** The same with one more fault. */
    FormReading but(FormProblem problem) {
        List<FormProblem> more = new ArrayList<>(problems);
        more.add(problem);
        return new FormReading(null, more);
    }
}
