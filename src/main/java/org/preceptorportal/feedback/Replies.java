package org.preceptorportal.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The replies. Who may see which is decided by {@link Replying}. */
@ApplicationScoped
class Replies {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** A reply that its preceptor has not seen yet. */
    record Unseen(long evaluationId, String learner, String specialty) {}

    Optional<Reply> ofEvaluation(long evaluationId) {
        return em.createQuery("select r from Reply r where r.evaluationId = ?1", Reply.class)
                .setParameter(1, evaluationId)
                .getResultStream()
                .findFirst();
    }

    /** The same for a change: two tabs wait for each other. */
    Optional<Reply> ofEvaluationForChange(long evaluationId) {
        // Not the evaluation: it is final, and nobody waits for a reader.
        em.createNativeQuery("select pg_advisory_xact_lock(?, ?)")
                .setParameter(1, Reply.class.getName().hashCode())
                .setParameter(2, Long.hashCode(evaluationId))
                .getResultList();
        return ofEvaluation(evaluationId);
    }

    List<Unseen> unseenBy(long preceptorId, int limit) {
        return em.createQuery(
                        "select r.evaluationId, l.fullName, t.specialty from Reply r"
                                + " join Learner l on l.id = r.learnerId"
                                + " join Evaluation e on e.id = r.evaluationId"
                                + " join Rotation t on t.id = e.rotationId"
                                + " where r.preceptorId = ?1 and r.seenAt is null order by r.id",
                        Object[].class)
                .setParameter(1, preceptorId)
                .setMaxResults(limit)
                .getResultStream()
                .map(c -> new Unseen((Long) c[0], (String) c[1], (String) c[2]))
                .toList();
    }

    void add(Reply reply) {
        em.persist(reply);
        em.flush();
    }
}
