package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.preceptorportal.evaluation.RotationEvaluation;
import org.preceptorportal.evaluation.RotationEvaluation.State;
import org.preceptorportal.evaluation.RotationEvaluations;
import org.preceptorportal.shell.CurrentCaller;

/** A preceptor's evaluations: to do, started, submitted. */
@Named("evaluationWorkPage")
@RequestScoped
public class WorkPage {
    @Inject CurrentCaller caller;
    @Inject RotationEvaluations rotations;
    @Inject Clock clock;

    private List<RotationEvaluation> all;

    @PostConstruct
    void read() {
        all = rotations.ofPreceptor(caller.get());
    }

    public List<RotationEvaluation> getOwed() {
        return of(State.OWED, Comparator.comparing(RotationEvaluation::due));
    }

    public List<RotationEvaluation> getStarted() {
        return of(State.STARTED, Comparator.comparing(RotationEvaluation::due));
    }

    public List<RotationEvaluation> getDone() {
        return of(
                State.SUBMITTED, Comparator.comparing(RotationEvaluation::submittedAt).reversed());
    }

    public boolean overdue(RotationEvaluation rotation) {
        return rotation.overdue(clock.instant());
    }

    private List<RotationEvaluation> of(State state, Comparator<RotationEvaluation> order) {
        return all.stream().filter(r -> r.state() == state).sorted(order).toList();
    }
}
