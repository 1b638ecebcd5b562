package org.preceptorportal.evaluation.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.evaluation.EvaluationChangedElsewhere;
import org.preceptorportal.evaluation.EvaluationIncomplete;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.form.Item;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Words;
import org.primefaces.PrimeFaces;

/** The evaluation form: every change posts the whole form, so that it works without script too. */
@Named("evaluationFormPage")
@ViewScoped
public class FormPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Evaluating evaluating;
    @Inject Words words;

    private long duty;
    private EvaluationSheet sheet;
    private String strengths;
    private String improvement;
    private String days;
    private Answers elsewhere;
    private List<String> missing = List.of();

    public String open() {
        sheet = evaluating.sheet(caller.get(), duty);
        show(sheet.answers());
        return sheet.rotation().submitted() ? done() : null;
    }

    // One request at a time: an autosave may still run when the form is submitted.
    public synchronized void save() {
        boolean saved = keep();
        PrimeFaces.current().ajax().addCallbackParam("saved", saved);
        if (!saved) {
            PrimeFaces.current().ajax().update("evaluation");
        }
    }

    public synchronized String submit() {
        missing = List.of();
        if (!keep()) {
            return null;
        }
        try {
            evaluating.submit(caller.get(), evaluating.open(caller.get(), duty).id());
            return done();
        } catch (EvaluationIncomplete incomplete) {
            missing = incomplete.missing();
            return null;
        }
    }

    private boolean keep() {
        Answers typed = typed();
        if (typed.equals(sheet.answers())) {
            return true;
        }
        try {
            // A fresh draft has version 1; a higher one was begun on another device.
            long id = evaluating.open(caller.get(), duty).id();
            evaluating.save(caller.get(), id, Math.max(1, sheet.version()), typed);
            sheet = evaluating.sheet(caller.get(), duty);
            elsewhere = null;
            return true;
        } catch (EvaluationChangedElsewhere stale) {
            takeOver(typed);
            String say = words.say(stale.room(), stale.key());
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, say, say));
            return false;
        }
    }

    /** Shows the newer answers; a text changed here stays in its field, the other one below it. */
    private void takeOver(Answers typed) {
        Answers seen = sheet.answers();
        sheet = evaluating.sheet(caller.get(), duty);
        elsewhere = sheet.answers();
        show(elsewhere);
        if (!typed.strengths().equals(seen.strengths())) {
            strengths = typed.strengths();
        }
        if (!typed.improvement().equals(seen.improvement())) {
            improvement = typed.improvement();
        }
    }

    private void show(Answers answers) {
        strengths = answers.strengths();
        improvement = answers.improvement();
        days = answers.daysObserved() == null ? "" : answers.daysObserved().toString();
    }

    private Answers typed() {
        Map<String, String> posted =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        Map<String, Integer> ratings = new TreeMap<>();
        for (Item item : sheet.form().items()) {
            String value = posted.get("item." + item.code());
            if (value != null && value.matches("[0-5]")) {
                ratings.put(item.code(), "0".equals(value) ? null : Integer.valueOf(value));
            }
        }
        return new Answers(ratings, strengths, improvement, daysTyped());
    }

    private Integer daysTyped() {
        String typed = days == null ? "" : days.strip();
        return typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) <= Answers.MOST_DAYS
                ? Integer.valueOf(typed)
                : null;
    }

    private String done() {
        return "/evaluation/done?faces-redirect=true&id=" + sheet.rotation().evaluationId();
    }

    /** The value of the chosen button: "1" to "5", "0" for not observed, "" for none yet. */
    public String chosen(Item item) {
        Map<String, Integer> ratings = sheet.answers().ratings();
        if (!ratings.containsKey(item.code())) {
            return "";
        }
        Integer rating = ratings.get(item.code());
        return rating == null ? "0" : rating.toString();
    }

    public int getAnswered() {
        return sheet.answers().ratings().size();
    }

    public int getTotal() {
        return sheet.form().items().size();
    }

    /** Where a missing answer is on the page. */
    public String place(String missingCode) {
        return isItem(missingCode) ? "item-" + missingCode : "evaluation:" + missingCode;
    }

    public String label(String missingCode) {
        return isItem(missingCode)
                ? sheet.form().item(missingCode).label()
                : words.say("evaluation", "form." + missingCode);
    }

    private boolean isItem(String code) {
        return sheet.form().knows(code);
    }

    public boolean isDaysWrong() {
        return days != null && !days.isBlank() && daysTyped() == null;
    }

    public String getOtherStrengths() {
        return elsewhere == null || elsewhere.strengths().equals(strengths)
                ? ""
                : elsewhere.strengths();
    }

    public String getOtherImprovement() {
        return elsewhere == null || elsewhere.improvement().equals(improvement)
                ? ""
                : elsewhere.improvement();
    }

    public long getDuty() {
        return duty;
    }

    public void setDuty(long duty) {
        this.duty = duty;
    }

    /** A mangled address never opened anything. */
    public EvaluationSheet getSheet() {
        if (sheet == null) {
            throw new NotForCaller("evaluation");
        }
        return sheet;
    }

    public List<String> getMissing() {
        return missing;
    }

    public String getStrengths() {
        return strengths;
    }

    public void setStrengths(String strengths) {
        this.strengths = strengths;
    }

    public String getImprovement() {
        return improvement;
    }

    public void setImprovement(String improvement) {
        this.improvement = improvement;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }
}
