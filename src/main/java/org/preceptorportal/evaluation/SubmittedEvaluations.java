package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;

/**
 * The submitted evaluations that count, for reading: none that a newer one took the place of.
 * Callers answer for who may see them.
 */
@ApplicationScoped
public class SubmittedEvaluations {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject SavedAnswers saved;
    @Inject Forms forms;

    /** One learner's finals, in the order of submission. */
    public List<SubmittedEvaluation> ofLearner(long learnerId) {
        return ofLearner(learnerId, Purpose.FINAL);
    }

    /** One learner's evaluations of one phase, in the order of submission. */
    public List<SubmittedEvaluation> ofLearner(long learnerId, Purpose phase) {
        return ofLearners(List.of(learnerId), phase).getOrDefault(learnerId, List.of());
    }

    /**
     * Many learners' evaluations of one phase in two queries, each list in the order of submission.
     * Learners without one have no entry.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Long, List<SubmittedEvaluation>> ofLearners(
            Collection<Long> learnerIds, Purpose phase) {
        if (learnerIds.isEmpty()) {
            return Map.of();
        }
        List<Evaluation> all =
                em.createQuery(
                                "select e from Evaluation e where e.learnerId in :learners"
                                        + " and e.status = :submitted and e.phase = :phase"
                                        + " and e.supersededBy is null"
                                        + " order by e.submittedAt, e.id",
                                Evaluation.class)
                        .setParameter("learners", learnerIds)
                        .setParameter("submitted", EvaluationStatus.SUBMITTED)
                        .setParameter("phase", phase)
                        .getResultList();
        return byLearner(all);
    }

    private Map<Long, List<SubmittedEvaluation>> byLearner(List<Evaluation> all) {
        Map<Long, List<SubmittedEvaluation>> byLearner = new TreeMap<>();
        for (SubmittedEvaluation each : read(all)) {
            byLearner.computeIfAbsent(each.learnerId(), id -> new ArrayList<>()).add(each);
        }
        return byLearner;
    }

    /** A rotation's evaluation of one phase, MID or FINAL. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SubmittedEvaluation> ofRotation(long rotationId, Purpose phase) {
        return read(
                        em.createQuery(
                                        "select e from Evaluation e where e.rotationId = :rotation"
                                                + " and e.status = :submitted and e.phase = :phase"
                                                + " and e.supersededBy is null"
                                                + " order by e.submittedAt, e.id",
                                        Evaluation.class)
                                .setParameter("rotation", rotationId)
                                .setParameter("submitted", EvaluationStatus.SUBMITTED)
                                .setParameter("phase", phase)
                                .getResultList())
                .stream()
                .findFirst();
    }

    /**
     * What a preceptor put on record at the end of a rotation.
     *
     * @param finals that count
     * @param days the most that one of them says were observed
     */
    public record OnRecord(int finals, int days) {}

    /** In one small question: a page asks it whenever it is drawn. */
    public OnRecord onRecord(long rotationId, long preceptorId) {
        List<String> said = saved.daysOfFinals(rotationId, preceptorId);
        return new OnRecord(
                said.size(),
                said.stream()
                        .map(Answers::number)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0));
    }

    private List<SubmittedEvaluation> read(List<Evaluation> evaluations) {
        Map<Long, Map<String, SavedAnswer>> answers =
                saved.ofAll(evaluations.stream().map(Evaluation::id).toList());
        Map<String, Optional<EvaluationForm>> known = new HashMap<>();
        List<SubmittedEvaluation> all = new ArrayList<>();
        for (Evaluation e : evaluations) {
            // An unknown form has no items: who counts then says so.
            Answers given =
                    known.computeIfAbsent(
                                    e.form() + "-" + e.formVersion(),
                                    key -> forms.find(e.tenantId(), e.form(), e.formVersion()))
                            .map(
                                    form ->
                                            Answers.of(
                                                    form,
                                                    SavedAnswers.values(
                                                            answers.getOrDefault(
                                                                    e.id(), Map.of()))))
                            .orElse(Answers.none());
            all.add(
                    new SubmittedEvaluation(
                            e.id(),
                            e.learnerId(),
                            e.rotationId(),
                            e.preceptorId(),
                            e.form(),
                            e.formVersion(),
                            e.submittedAt(),
                            given));
        }
        return all;
    }
}
