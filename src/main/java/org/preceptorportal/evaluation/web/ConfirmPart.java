package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.evaluation.Encounters;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/** The part of a preceptor's work page about encounters to confirm, and several at once. */
@Named("evaluationConfirmPart")
@ViewScoped
public class ConfirmPart implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Encounters encounters;
    @Inject Duties duties;

    private List<EvaluationSheet> waiting;

    /** Kept with the page: a button stands for what was read, not for something newer. */
    @PostConstruct
    void read() {
        waiting = encounters.toConfirm(caller.get());
    }

    public List<EvaluationSheet> getWaiting() {
        return waiting;
    }

    /** An assistant reads them; the preceptor confirms. */
    public boolean isOwn() {
        return caller.get().is(Role.PRECEPTOR);
    }

    /** How many finals could be compared side by side. */
    public long getFinals() {
        return duties.ofPreceptor(caller.get()).stream()
                .filter(each -> each.open() && !each.mid())
                .count();
    }

    public String confirm(long id) {
        encounters.confirm(caller.get(), id);
        return "/evaluation/work?faces-redirect=true";
    }

    public String discard(long id) {
        encounters.discard(caller.get(), id);
        return "/evaluation/work?faces-redirect=true";
    }
}
