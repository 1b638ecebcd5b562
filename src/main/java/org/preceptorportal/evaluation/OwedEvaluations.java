package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Final evaluations of rotations that ended, or end within seven days, and are not submitted. */
@ApplicationScoped
public class OwedEvaluations {
    @Inject RotationEvaluations rotations;

    /** What one preceptor owes, the most urgent first. */
    public List<OwedEvaluation> ofPreceptor(long preceptorId) {
        return rotations.ofPreceptor(preceptorId).stream()
                .filter(RotationEvaluation::open)
                .map(
                        r ->
                                new OwedEvaluation(
                                        r.rotationId(),
                                        r.learnerId(),
                                        r.learner(),
                                        r.due(),
                                        r.started()))
                .sorted(
                        Comparator.comparing(OwedEvaluation::due)
                                .thenComparing(OwedEvaluation::rotationId))
                .toList();
    }
}
