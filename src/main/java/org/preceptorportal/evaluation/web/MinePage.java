package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.shell.CurrentCaller;

/** A learner's rotations and the state of their evaluations. */
@Named("evaluationMinePage")
@RequestScoped
public class MinePage {
    @Inject CurrentCaller caller;
    @Inject Duties duties;

    private List<DutyView> all;

    @PostConstruct
    void read() {
        all = duties.ofLearner(caller.get());
    }

    public List<DutyView> getAll() {
        return all;
    }
}
