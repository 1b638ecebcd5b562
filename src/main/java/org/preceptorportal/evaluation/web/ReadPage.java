package org.preceptorportal.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;

/** A submitted evaluation to read; also what a preceptor sees right after submitting. */
@Named("evaluationReadPage")
@ViewScoped
public class ReadPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Evaluating evaluating;

    private long id;
    private EvaluationSheet sheet;

    public void open() {
        sheet = evaluating.read(caller.get(), id);
    }

    /** A mangled address never opened anything. */
    public EvaluationSheet getSheet() {
        if (sheet == null) {
            throw new NotForCaller("evaluation");
        }
        return sheet;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
