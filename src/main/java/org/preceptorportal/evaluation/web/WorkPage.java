package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.DutyView.State;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.shell.CurrentCaller;

/** A preceptor's evaluations: to do, started, submitted, closed without one. */
@Named("evaluationWorkPage")
@ViewScoped
public class WorkPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Duties duties;
    @Inject Evaluating evaluating;
    @Inject Clock clock;

    private List<DutyView> all;
    private Set<Long> handed;
    private long left;

    /** Kept with the page: a button stands for the row that was shown, not for a newer one. */
    @PostConstruct
    void read() {
        all = duties.ofPreceptor(caller.get());
        handed = evaluating.handedOver(caller.get());
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

    public List<DutyView> getDropped() {
        return all.stream()
                .filter(DutyView::dropped)
                .sorted(Comparator.comparing(DutyView::closedAt).reversed())
                .toList();
    }

    /** Whether an assistant has handed it over. */
    public boolean handed(DutyView duty) {
        return handed.contains(duty.evaluationId());
    }

    public boolean overdue(DutyView duty) {
        return duty.overdue(clock.instant());
    }

    /** What the caller has just left by one of its exits, or null. */
    public DutyView getJustLeft() {
        return all.stream().filter(r -> r.dutyId() == left).findFirst().orElse(null);
    }

    public long getLeft() {
        return left;
    }

    public void setLeft(long left) {
        this.left = left;
    }

    private List<DutyView> of(State state, Comparator<DutyView> order) {
        return all.stream().filter(r -> r.state() == state).sorted(order).toList();
    }
}
