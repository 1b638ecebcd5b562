package org.preceptorportal.retention.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.retention.LegalHolds;
import org.preceptorportal.retention.Reclaimed;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/** What must be kept, and what the nights threw away: {@code /retention/keeping}. */
@Named("retentionKeepingPage")
@RequestScoped
public class KeepingPage {
    private static final String AGAIN = "/retention/keeping?faces-redirect=true";
    private static final int LINES = 60;

    @Inject LegalHolds legal;
    @Inject Reclaimed reclaimed;
    @Inject CurrentCaller caller;

    private List<LegalHolds.Hold> holds;
    private List<Reclaimed.Line> gone;
    private String learner;
    private String reason;

    public List<LegalHolds.Hold> getHolds() {
        if (holds == null) {
            holds = legal.list(caller.get());
        }
        return holds;
    }

    public List<Reclaimed.Line> getGone() {
        if (gone == null) {
            gone = reclaimed.newest(caller.get(), LINES);
        }
        return gone;
    }

    public boolean isMayPlace() {
        return caller.get().is(Role.ADMINISTRATOR);
    }

    public String place() {
        legal.placeOn(caller.get(), learner, reason);
        return AGAIN;
    }

    public String lift(long id) {
        legal.lift(caller.get(), id);
        return AGAIN;
    }

    public String getLearner() {
        return learner;
    }

    public void setLearner(String learner) {
        this.learner = learner;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
