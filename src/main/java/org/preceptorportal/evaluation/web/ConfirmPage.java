package org.preceptorportal.evaluation.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.preceptorportal.evaluation.EncounterToConfirm;
import org.preceptorportal.evaluation.Encounters;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

/**
 * Encounters that others wrote down for a preceptor. The list stays as it was shown, so that a
 * button stands for the encounter that was read beside it.
 */
@Named("evaluationConfirmPage")
@ViewScoped
public class ConfirmPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Encounters encounters;
    @Inject Words words;

    private List<EncounterToConfirm> all;

    @PostConstruct
    void read() {
        all = encounters.toConfirm(caller.get());
    }

    public void confirm(EncounterToConfirm each) {
        String reason = posted("justify.", each);
        encounters.confirm(caller.get(), each.evaluationId(), each.revision(), reason);
        done("confirm.confirmed", each);
    }

    public void discard(EncounterToConfirm each) {
        encounters.discard(caller.get(), each.evaluationId(), posted("reason.", each));
        done("confirm.discarded", each);
    }

    private void done(String key, EncounterToConfirm each) {
        read();
        String say = words.say("evaluation", key, each.learner());
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(say));
    }

    private static String posted(String name, EncounterToConfirm each) {
        Map<String, String> posted =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        return posted.get(name + each.evaluationId());
    }

    /** An assistant reads, and never confirms. */
    public boolean isAssistant() {
        return caller.get().is(Role.ASSISTANT);
    }

    public List<EncounterToConfirm> getAll() {
        return all;
    }
}
