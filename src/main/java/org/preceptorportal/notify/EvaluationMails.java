package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.preceptorportal.evaluation.EvaluationSubmitted;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Role;

/** What is written when an evaluation was submitted, in its transaction (NO-2). */
@ApplicationScoped
public class EvaluationMails {
    @Inject Letterbox letterbox;
    @Inject Learners learners;
    @Inject Preceptors preceptors;

    void submitted(@Observes EvaluationSubmitted event) {
        Learner learner = learners.get(event.learnerId());
        letterbox.mail(
                event.tenantId(),
                "evaluation-submitted:" + event.evaluationId(),
                Role.LEARNER,
                learner.id(),
                learner.email(),
                "submitted",
                "/evaluation/read?id=" + event.evaluationId(),
                learner.fullName(),
                preceptors.get(event.preceptorId()).signatureName());
    }
}
