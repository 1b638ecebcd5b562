package org.preceptorportal.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.evaluation.Evaluation;
import org.preceptorportal.evaluation.Evaluations;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.evaluation.SubmittedEvaluations;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;

/** Growth within a rotation, and what else was seen in it. */
@ApplicationScoped
public class Growths {
    @Inject Evaluations evaluations;
    @Inject SubmittedEvaluations submitted;
    @Inject Forms forms;
    @Inject AuditTrail audit;

    /**
     * From the middle to the end of a rotation.
     *
     * @param evaluationId a submitted final
     * @return empty for another kind of evaluation, one that a newer one took the place of, and a
     *     rotation without an evaluation of its middle
     * @throws NotForCaller for anybody but those of FB-2
     */
    @Transactional
    public Optional<Growth> of(Caller caller, long evaluationId) {
        Evaluation evaluation = Readers.readable(audit, evaluations, caller, evaluationId);
        if (evaluation.phase() != Purpose.FINAL || evaluation.supersededBy() != null) {
            return Optional.empty();
        }
        Optional<SubmittedEvaluation> end =
                submitted.ofRotation(evaluation.rotationId(), Purpose.FINAL);
        Optional<SubmittedEvaluation> mid =
                submitted.ofRotation(evaluation.rotationId(), Purpose.MID);
        if (end.isEmpty() || mid.isEmpty()) {
            return Optional.empty();
        }
        long tenant = evaluation.tenantId();
        return Optional.of(
                Growth.of(
                        mid.get().id(),
                        forms.get(tenant, mid.get().form(), mid.get().formVersion()),
                        mid.get().ratings(),
                        forms.get(tenant, end.get().form(), end.get().formVersion()),
                        end.get().ratings()));
    }

    /**
     * The submitted encounters of an evaluation's rotation, the oldest first.
     *
     * @throws NotForCaller for anybody but those of FB-2
     */
    @Transactional
    public List<SubmittedEvaluation> encounters(Caller caller, long evaluationId) {
        Evaluation evaluation = Readers.readable(audit, evaluations, caller, evaluationId);
        return submitted.ofLearner(evaluation.learnerId(), Purpose.ENCOUNTER).stream()
                .filter(each -> each.rotationId() == evaluation.rotationId())
                .toList();
    }
}
