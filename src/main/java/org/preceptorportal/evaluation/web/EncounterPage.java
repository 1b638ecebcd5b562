package org.preceptorportal.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.preceptorportal.card.CardBusy;
import org.preceptorportal.card.CardNotValid;
import org.preceptorportal.evaluation.Encounters;
import org.preceptorportal.evaluation.EvaluationIncomplete;
import org.preceptorportal.evaluation.EvaluationSheet;
import org.preceptorportal.evaluation.PatientDataSuspected;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Refusal;
import org.preceptorportal.shell.Role;

/** One observed encounter, by whoever holds a rotation's card. */
@Named("evaluationEncounterPage")
@ViewScoped
public class EncounterPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject Encounters encounters;
    @Inject PostedAnswers posted;
    @Inject FormTrouble trouble;
    @Inject HttpServletRequest request;

    private String card;
    private String observer;
    private String done;
    private EvaluationSheet sheet;
    private Refusal refusal;

    public void open() {
        observer = caller.ifSignedIn().map(who -> who.name()).orElse(null);
        try {
            sheet = encounters.sheet(card, request.getRemoteAddr());
        } catch (CardNotValid | CardBusy refused) {
            refusal = refused;
        }
    }

    public String capture() {
        try {
            boolean counts =
                    encounters.capture(
                            card,
                            posted.changes(sheet.form(), 0),
                            observer,
                            caller.ifSignedIn().orElse(null),
                            request.getRemoteAddr());
            done = counts ? "encounter.counts" : "encounter.waits";
        } catch (EvaluationIncomplete incomplete) {
            trouble.missing(incomplete.missing());
        } catch (PatientDataSuspected suspected) {
            trouble.hits(suspected.hits());
        }
        // What was typed stays on the page.
        sheet = sheet.with(posted.changes(sheet.form(), 0));
        return null;
    }

    public EvaluationSheet getSheet() {
        return sheet;
    }

    /** Why the card does not work, or null. */
    public Refusal getRefusal() {
        return refusal;
    }

    /** What became of it, a message key; null while it is being written. */
    public String getDone() {
        return done;
    }

    public boolean isOwn() {
        return sheet != null
                && caller.ifSignedIn()
                        .filter(who -> who.isPerson(Role.PRECEPTOR, sheet.context().preceptorId()))
                        .isPresent();
    }

    public String getCard() {
        return card;
    }

    public void setCard(String card) {
        this.card = card;
    }

    public String getObserver() {
        return observer;
    }

    public void setObserver(String observer) {
        this.observer = observer;
    }
}
