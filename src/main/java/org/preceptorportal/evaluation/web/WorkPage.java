package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.DutyView.State;
import org.preceptorportal.shell.CurrentCaller;

/** A preceptor's evaluations: to do, started, submitted. */
@Named("evaluationWorkPage")
@RequestScoped
public class WorkPage {
    @Inject CurrentCaller caller;
    @Inject Duties duties;
    @Inject Clock clock;

    private List<DutyView> all;

    @PostConstruct
    void read() {
        all = duties.ofPreceptor(caller.get());
    }

    public List<DutyView> getOwed() {
        return of(State.OWED, Comparator.comparing(DutyView::due));
    }

    public List<DutyView> getStarted() {
        return of(State.STARTED, Comparator.comparing(DutyView::due));
    }

    public List<DutyView> getDone() {
        return of(State.SUBMITTED, Comparator.comparing(DutyView::submittedAt).reversed());
    }

    public boolean overdue(DutyView rotation) {
        return rotation.overdue(clock.instant());
    }

    private List<DutyView> of(State state, Comparator<DutyView> order) {
        return all.stream().filter(r -> r.state() == state).sorted(order).toList();
    }
}
