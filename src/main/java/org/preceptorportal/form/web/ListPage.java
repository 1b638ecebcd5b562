package org.preceptorportal.form.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.FormView;
import org.preceptorportal.form.Publishing;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.CurrentCaller;

/** All forms, and which rotation sees which. */
@Named("formListPage")
@RequestScoped
public class ListPage {
    @Inject CurrentCaller caller;
    @Inject Publishing publishing;

    private List<FormView> all;
    private Map<RotationType, Map<Purpose, EvaluationForm>> inUse;

    @PostConstruct
    void read() {
        all = publishing.list(caller.get());
        inUse = publishing.inUse(caller.get());
    }

    /** Begins a draft and opens it. */
    public String start(String code, int number, boolean another) {
        return "/form/edit?faces-redirect=true&id="
                + publishing.start(caller.get(), code, number, another);
    }

    public String retire(String code) {
        publishing.retire(caller.get(), code);
        return "/form/list?faces-redirect=true";
    }

    public List<FormView> getOwn() {
        return all.stream().filter(FormView::own).toList();
    }

    public List<FormView> getShipped() {
        return all.stream().filter(f -> !f.own()).toList();
    }

    public RotationType[] getTypes() {
        return RotationType.values();
    }

    public Purpose[] getPurposes() {
        return Purpose.values();
    }

    public EvaluationForm current(RotationType type, Purpose purpose) {
        return inUse.get(type).get(purpose);
    }
}
