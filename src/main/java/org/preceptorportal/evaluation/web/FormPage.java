package org.preceptorportal.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.evaluation.Autosave;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.evaluation.EvaluationIncomplete;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.evaluation.PatientDataSuspected;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/** The evaluation form. Its script saves each field by itself; without script all are posted. */
@Named("evaluationFormPage")
@ViewScoped
public class FormPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Evaluating evaluating;
    @Inject PostedAnswers posted;
    @Inject FormTrouble trouble;

    private long duty;
    private EvaluationSheet sheet;

    public String open() {
        sheet = evaluating.sheet(caller.get(), duty);
        return sheet.duty().submitted() ? done(sheet.duty().evaluationId()) : null;
    }

    public String submit() {
        long id = evaluating.open(caller.get(), duty);
        Autosave kept = evaluating.save(caller.get(), id, posted.changes(getSheet().form(), duty));
        sheet = evaluating.sheet(caller.get(), duty);
        trouble.elsewhere(kept.conflicts(), duty);
        if (!kept.conflicts().isEmpty()) {
            return null;
        }
        if (isAssistant()) {
            evaluating.ready(caller.get(), id);
            return "/evaluation/work?faces-redirect=true";
        }
        try {
            evaluating.view(caller.get(), id, kept.revision());
            evaluating.submit(caller.get(), id, trouble.justification());
            return done(id);
        } catch (EvaluationIncomplete incomplete) {
            trouble.missing(incomplete.missing());
        } catch (PatientDataSuspected suspected) {
            trouble.hits(suspected.hits());
        }
        return null;
    }

    private static String done(long id) {
        return "/evaluation/done?faces-redirect=true&id=" + id;
    }

    /** Read again for a post that came without the page's own reading. */
    public EvaluationSheet getSheet() {
        if (sheet == null) {
            sheet = evaluating.sheet(caller.get(), duty);
        }
        return sheet;
    }

    public boolean isAssistant() {
        return caller.get().is(Role.ASSISTANT);
    }

    public long getDuty() {
        return duty;
    }

    public void setDuty(long duty) {
        this.duty = duty;
    }
}
