package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The submitted evaluations, for reading. Callers answer for who may see them. */
@ApplicationScoped
public class SubmittedEvaluations {
    private static final String WHERE =
            " where e.learnerId in :learners and e.status = :submitted"
                    + " and e.phase = org.preceptorportal.duty.Phase.FINAL";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** One learner's, in the order of submission. */
    public List<SubmittedEvaluation> ofLearner(long learnerId) {
        return ofLearners(List.of(learnerId)).getOrDefault(learnerId, List.of());
    }

    /**
     * Many learners' in two queries, each list in the order of submission. Learners without a
     * submitted evaluation have no entry.
     */
    public Map<Long, List<SubmittedEvaluation>> ofLearners(Collection<Long> learnerIds) {
        Map<Long, List<SubmittedEvaluation>> byLearner = new TreeMap<>();
        if (learnerIds.isEmpty()) {
            return byLearner;
        }
        Map<Long, Map<String, Integer>> ratings = ratings(learnerIds);
        em.createQuery(
                        "select e.learnerId, e.id, e.rotationId, e.preceptorId, e.form,"
                                + " e.formVersion, e.submittedAt, e.daysObserved, e.strengths,"
                                + " e.improvement from Evaluation e"
                                + WHERE
                                + " order by e.submittedAt, e.id",
                        Object[].class)
                .setParameter("learners", learnerIds)
                .setParameter("submitted", EvaluationStatus.SUBMITTED)
                .getResultList()
                .forEach(
                        c ->
                                byLearner
                                        .computeIfAbsent((Long) c[0], learner -> new ArrayList<>())
                                        .add(
                                                new SubmittedEvaluation(
                                                        (Long) c[1],
                                                        (Long) c[2],
                                                        (Long) c[3],
                                                        (String) c[4],
                                                        (Integer) c[5],
                                                        (Instant) c[6],
                                                        (Integer) c[7],
                                                        ratings.getOrDefault(c[1], Map.of()),
                                                        (String) c[8],
                                                        (String) c[9])));
        return byLearner;
    }

    private Map<Long, Map<String, Integer>> ratings(Collection<Long> learnerIds) {
        Map<Long, Map<String, Integer>> byEvaluation = new HashMap<>();
        em.createQuery(
                        "select e.id, r.item, r.rating from ItemRating r join r.evaluation e"
                                + WHERE,
                        Object[].class)
                .setParameter("learners", learnerIds)
                .setParameter("submitted", EvaluationStatus.SUBMITTED)
                .getResultList()
                .forEach(
                        c ->
                                byEvaluation
                                        .computeIfAbsent((Long) c[0], id -> new HashMap<>())
                                        .put((String) c[1], (Integer) c[2]));
        return byEvaluation;
    }
}
