package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/** A preceptor's finals side by side. */
@Named("evaluationSeveralPage")
@RequestScoped
public class SeveralPage {
    @Inject CurrentCaller caller;
    @Inject Evaluating evaluating;

    private List<EvaluationSheet> sheets;

    @PostConstruct
    void read() {
        sheets = evaluating.several(caller.get());
    }

    public List<EvaluationSheet> getSheets() {
        return sheets;
    }

    public boolean isAssistant() {
        return caller.get().is(Role.ASSISTANT);
    }
}
