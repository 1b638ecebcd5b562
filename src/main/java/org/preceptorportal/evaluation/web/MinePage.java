package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.evaluation.RotationEvaluation;
import org.preceptorportal.evaluation.RotationEvaluations;
import org.preceptorportal.shell.CurrentCaller;

/** A learner's rotations and the state of their evaluations. */
@Named("evaluationMinePage")
@RequestScoped
public class MinePage {
    @Inject CurrentCaller caller;
    @Inject RotationEvaluations rotations;

    private List<RotationEvaluation> all;

    @PostConstruct
    void read() {
        all = rotations.ofLearner(caller.get());
    }

    public List<RotationEvaluation> getAll() {
        return all;
    }
}
