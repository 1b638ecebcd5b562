package org.preceptorportal.form.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.FormChange;
import org.preceptorportal.form.FormDiff;
import org.preceptorportal.form.FormView;
import org.preceptorportal.form.Publishing;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;

/** A form as it looks in one version, and what changed since another. */
@Named("formVersionsPage")
@RequestScoped
public class VersionsPage {
    @Inject CurrentCaller caller;
    @Inject Publishing publishing;

    private String code;
    private Integer from;
    private Integer to;
    private FormView form;
    private EvaluationForm shown;
    private List<FormChange> changes;

    /** Without numbers: the newest version, against the one before. */
    public void read() {
        form =
                publishing.list(caller.get()).stream()
                        .filter(f -> f.code().equals(code) && f.published())
                        .findAny()
                        .orElseThrow(() -> new NotForCaller("form"));
        to = to == null ? Integer.valueOf(form.newest()) : to;
        from = from == null && to > 1 ? Integer.valueOf(to - 1) : from;
        shown = publishing.form(caller.get(), code, to);
        changes =
                from == null || from.equals(to)
                        ? null
                        : FormDiff.between(publishing.form(caller.get(), code, from), shown);
    }

    public FormView getForm() {
        return form;
    }

    public EvaluationForm getShown() {
        return shown;
    }

    /** Null when there is nothing to compare with. */
    public List<FormChange> getChanges() {
        return changes;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Integer getFrom() {
        return from;
    }

    public void setFrom(Integer from) {
        this.from = from;
    }

    public Integer getTo() {
        return to;
    }

    public void setTo(Integer to) {
        this.to = to;
    }
}
