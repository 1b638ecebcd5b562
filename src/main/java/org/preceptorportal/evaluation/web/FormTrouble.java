package org.preceptorportal.evaluation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.evaluation.PatientDataHit;
import org.preceptorportal.evaluation.SavedAnswer;

/** Why a posted form was not submitted. */
@Named("evaluationFormTrouble")
@RequestScoped
public class FormTrouble {
    @Inject PostedAnswers posted;

    private List<String> missing = List.of();
    private List<PatientDataHit> hits = List.of();
    private List<SavedAnswer> elsewhere = List.of();
    private long duty;
    private String justification;

    void missing(List<String> codes) {
        missing = codes;
    }

    void hits(List<PatientDataHit> found) {
        hits = found;
    }

    void elsewhere(List<SavedAnswer> kept, long ofDuty) {
        elsewhere = kept;
        duty = ofDuty;
    }

    /** Codes of what must still be answered. */
    public List<String> getMissing() {
        return missing;
    }

    public List<PatientDataHit> getHits() {
        return hits;
    }

    /** Questions that somebody answered elsewhere in the meantime. */
    public List<SavedAnswer> getElsewhere() {
        return elsewhere;
    }

    /** What was typed here for a question that was answered elsewhere. */
    public String here(String question) {
        return posted.value(duty, question);
    }

    public String getJustification() {
        return justification;
    }

    public void setJustification(String justification) {
        this.justification = justification;
    }

    String justification() {
        return justification;
    }
}
