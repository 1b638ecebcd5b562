package org.preceptorportal.feedback;

import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.evaluation.Evaluation;
import org.preceptorportal.evaluation.EvaluationStatus;
import org.preceptorportal.evaluation.Evaluations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** Who reads a submitted evaluation, and what hangs on it (FB-2). */
final class Readers {
    private Readers() {}

    /**
     * @throws NotForCaller for anybody but its learner, its preceptor with their assistants, and
     *     the institution's coordinator; while it is not submitted, for these too
     */
    static Evaluation readable(
            AuditTrail audit, Evaluations evaluations, Caller caller, long evaluationId) {
        Evaluation evaluation = evaluations.get(evaluationId);
        boolean allowed =
                caller.isPerson(Role.LEARNER, evaluation.learnerId())
                        || caller.actsFor(evaluation.preceptorId())
                        || caller.is(Role.COORDINATOR);
        if (evaluation.tenantId() != caller.tenantId()
                || evaluation.status() != EvaluationStatus.SUBMITTED
                || !allowed) {
            throw audit.refuse(caller, "evaluation", evaluationId);
        }
        return evaluation;
    }
}
