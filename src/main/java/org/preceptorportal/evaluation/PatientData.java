package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.privacy.PatientPrivacy;
import org.preceptorportal.privacy.PrivacyHit;
import org.preceptorportal.privacy.SafeHarborClass;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Words;

/** Looks for patient data in what a preceptor writes, here and nowhere else (EV-13). */
@ApplicationScoped
class PatientData {
    private static final int LONGEST_REASON = 500;

    @Inject PatientPrivacy privacy;
    @Inject AuditTrail audit;
    @Inject Words words;

    /**
     * What looks like patient data.
     *
     * @param texts by question
     * @param known names that are no patient's
     */
    List<PatientDataHit> in(Map<String, String> texts, Collection<String> known) {
        List<PatientDataHit> hits = new ArrayList<>();
        texts.forEach(
                (question, text) -> {
                    for (PrivacyHit hit : privacy.check(text, known)) {
                        hits.add(
                                new PatientDataHit(
                                        question,
                                        hit.start(),
                                        hit.end(),
                                        hit.kind().name(),
                                        words.say("privacy", hit.kind().reasonKey())));
                    }
                });
        return hits;
    }

    /** The texts of answers; a declared conflict of interest is one too. */
    static Map<String, String> texts(Answers answers) {
        Map<String, String> texts = new TreeMap<>(answers.texts());
        if (answers.conflict() != null) {
            texts.put(Answers.CONFLICT, answers.conflict());
        }
        return texts;
    }

    /**
     * Lets texts pass that hold none, or whose preceptor says why they may stand. The reason and
     * the classes are kept in the trail, the text is not.
     *
     * @throws PatientDataSuspected otherwise; also when the reason holds patient data itself
     */
    void mustBeAbsentOrJustified(
            Caller caller,
            long evaluationId,
            Answers answers,
            Collection<String> known,
            String reason) {
        List<PatientDataHit> hits = in(texts(answers), known);
        if (hits.isEmpty()) {
            return;
        }
        if (reason == null || reason.isBlank()) {
            throw new PatientDataSuspected(hits);
        }
        String tidy = reason.strip();
        List<PatientDataHit> again = in(Map.of("justification", tidy), known);
        if (!again.isEmpty() || tidy.length() > LONGEST_REASON) {
            throw new PatientDataSuspected(again.isEmpty() ? hits : again);
        }
        Set<SafeHarborClass> kinds = EnumSet.noneOf(SafeHarborClass.class);
        hits.forEach(hit -> kinds.add(SafeHarborClass.valueOf(hit.kind())));
        audit.record(
                caller,
                "evaluation.patient-data-justified",
                "evaluation",
                evaluationId,
                kinds + ": " + tidy);
    }
}
