package org.preceptorportal.duty.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.roster.Colleague;
import org.preceptorportal.roster.Colleagues;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Words;

/** All ways out of one duty, with words of one's own; also where a mail's links lead. */
@Named("dutyExitPage")
@ViewScoped
public class ExitPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 8;

    @Inject CurrentCaller caller;
    @Inject Duties duties;
    @Inject Colleagues colleagues;
    @Inject Words words;

    private long duty;
    private String way = "";
    private DutyView view;
    private String reason;
    private String note;
    private LocalDate until;
    private String name;
    private List<Colleague> found;

    public void open() {
        duties.owned(caller.get(), duty);
        view = duties.view(duty);
        search();
    }

    public void search() {
        found = colleagues.find(caller.get(), name, view.preceptorId(), MOST);
    }

    public String notMine() {
        duties.notMine(caller.get(), duty, note);
        return left();
    }

    public String tooLittle() {
        duties.insufficientContact(caller.get(), duty, reason);
        return left();
    }

    public String remind() {
        duties.snooze(caller.get(), duty, until);
        return left();
    }

    /** The colleague is told at once, so there is no taking back: they can hand it back. */
    public String handTo(Colleague colleague) {
        duties.reassign(caller.get(), duty, colleague.id());
        FacesContext faces = FacesContext.getCurrentInstance();
        String say = words.say("duty", "exit.handed", view.learner(), colleague.name());
        faces.addMessage(null, new FacesMessage(say));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/evaluation/work?faces-redirect=true";
    }

    /** All ways, or the one that a link led to. */
    public boolean shows(String one) {
        return way == null || way.isEmpty() || way.equals(one);
    }

    private String left() {
        return "/evaluation/work?faces-redirect=true&left=" + duty;
    }

    /** A mangled address never opened anything. */
    public DutyView getView() {
        if (view == null) {
            throw new NotForCaller("duty");
        }
        return view;
    }

    public long getDuty() {
        return duty;
    }

    public void setDuty(long duty) {
        this.duty = duty;
    }

    public String getWay() {
        return way;
    }

    public void setWay(String way) {
        this.way = way;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Colleague> getFound() {
        return found;
    }
}
