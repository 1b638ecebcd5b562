package org.preceptorportal.evaluation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.preceptorportal.card.CardBusy;
import org.preceptorportal.card.CardNotValid;
import org.preceptorportal.evaluation.Change;
import org.preceptorportal.evaluation.EncounterSheet;
import org.preceptorportal.evaluation.Encounters;
import org.preceptorportal.evaluation.Encounters.Outcome;
import org.preceptorportal.evaluation.EvaluationIncomplete;
import org.preceptorportal.evaluation.Observer;
import org.preceptorportal.evaluation.PatientDataHit;
import org.preceptorportal.evaluation.PatientDataSuspected;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;

/** One observed encounter, written down by whoever holds the card: nobody need be signed in. */
@Named("evaluationEncounterPage")
@RequestScoped
public class EncounterPage {
    @Inject CurrentCaller current;
    @Inject Encounters encounters;
    @Inject Words words;
    @Inject HttpServletRequest request;

    private String sent;
    private EncounterSheet sheet;
    private String trouble;
    private List<String> missing = List.of();
    private List<PatientDataHit> hits = List.of();

    public String send() {
        if (getSheet() == null) {
            return null;
        }
        try {
            Outcome outcome =
                    encounters.capture(
                            card(),
                            request.getRemoteAddr(),
                            key(),
                            answers(sheet.form()),
                            new Observer(getObserver(), getRole()),
                            getJustification(),
                            caller());
            return "/evaluation/encounter?faces-redirect=true&card="
                    + sheet.code()
                    + (outcome == Outcome.SUBMITTED ? "&sent=now" : "&sent=later");
        } catch (EvaluationIncomplete incomplete) {
            missing = incomplete.missing();
        } catch (PatientDataSuspected suspected) {
            hits = suspected.hits();
        }
        return null;
    }

    /** Null when the card does not work; {@link #getTrouble} then says why. */
    public EncounterSheet getSheet() {
        if (sheet == null && trouble == null) {
            try {
                sheet = encounters.sheet(card(), request.getRemoteAddr(), caller());
            } catch (CardNotValid | CardBusy no) {
                trouble = words.why(no);
            }
        }
        return sheet;
    }

    private Caller caller() {
        return current.ifSignedIn().orElse(null);
    }

    private List<Change> answers(EvaluationForm form) {
        List<Change> answers = new ArrayList<>();
        form.items().forEach(item -> answer(item.code(), answers));
        form.texts().forEach(text -> answer(text.code(), answers));
        return answers;
    }

    private void answer(String question, List<Change> answers) {
        if (!value(question).isBlank()) {
            answers.add(new Change(question, value(question), 0));
        }
    }

    /** What stands in a field of this form; empty at first. */
    public String value(String question) {
        return posted("q." + question);
    }

    private String posted(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public boolean chosen(Item item, int value) {
        return value(item.code()).equals(Integer.toString(value));
    }

    /** The words that look like patient data. */
    public String found(PatientDataHit hit) {
        String text = new Change(hit.question(), value(hit.question()), 0).value().strip();
        return hit.end() <= text.length() ? text.substring(hit.start(), hit.end()) : "";
    }

    public List<Item> getOptional() {
        return sheet.form().items().stream().filter(item -> !item.required()).toList();
    }

    /** Of one sending; the same again when the page is shown again. */
    public String getKey() {
        return key().toString();
    }

    private UUID key() {
        try {
            return UUID.fromString(posted("key"));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    public List<String> getRoles() {
        return List.of(words.say("evaluation", "encounter.roles").split("\\s*,\\s*"));
    }

    public String getObserver() {
        return posted("observer");
    }

    public String getRole() {
        return posted("role");
    }

    public String getJustification() {
        return posted("justification");
    }

    public String getTrouble() {
        return trouble;
    }

    public List<String> getMissing() {
        return missing;
    }

    public List<PatientDataHit> getHits() {
        return hits;
    }

    public boolean isSentAtOnce() {
        return "now".equals(sent);
    }

    public boolean isSentToConfirm() {
        return "later".equals(sent);
    }

    // Not a view parameter: a posted form asks what to show before those are set.
    private String card() {
        return posted("card");
    }

    public String getSent() {
        return isSentAtOnce() || isSentToConfirm() ? sent : null;
    }

    public void setSent(String sent) {
        this.sent = sent;
    }
}
