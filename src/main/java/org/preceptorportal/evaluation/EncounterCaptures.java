package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.shell.NotForCaller;

/** How encounters came in, and those that wait. */
@ApplicationScoped
class EncounterCaptures {
    private static final String WAITING =
            " from EncounterCapture c join Evaluation e on e.id = c.evaluationId"
                    + " where e.phase = :encounter and e.status = :draft and c.discardedAt is null";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    record Waiting(EncounterCapture capture, Evaluation evaluation) {}

    void add(EncounterCapture capture) {
        em.persist(capture);
        em.flush();
    }

    /** One key is taken by one call at a time: the repeated one waits and then finds the first. */
    Optional<EncounterCapture> byKey(UUID key) {
        em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(?)) locked")
                .setParameter(1, key.getMostSignificantBits())
                .getResultList();
        return em.createQuery(
                        "select c from EncounterCapture c where c.sendKey = ?1",
                        EncounterCapture.class)
                .setParameter(1, key.toString())
                .getResultStream()
                .findFirst();
    }

    Optional<EncounterCapture> find(long evaluationId) {
        return Optional.ofNullable(em.find(EncounterCapture.class, evaluationId));
    }

    /**
     * For a change.
     *
     * @throws NotForCaller when there is none
     */
    EncounterCapture getForChange(long evaluationId) {
        EncounterCapture capture =
                em.find(EncounterCapture.class, evaluationId, LockModeType.PESSIMISTIC_WRITE);
        if (capture == null) {
            throw new NotForCaller("encounter");
        }
        return capture;
    }

    /** What a preceptor has to read, the oldest first. */
    List<Waiting> ofPreceptor(long preceptorId) {
        return em.createQuery(
                        "select c, e"
                                + WAITING
                                + " and e.preceptorId = :preceptor order by e.startedAt, e.id",
                        Object[].class)
                .setParameter("encounter", Purpose.ENCOUNTER)
                .setParameter("draft", EvaluationStatus.DRAFT)
                .setParameter("preceptor", preceptorId)
                .getResultStream()
                .map(c -> new Waiting((EncounterCapture) c[0], (Evaluation) c[1]))
                .toList();
    }

    int countOfPreceptor(long preceptorId) {
        return count(" and e.preceptorId = :id", preceptorId);
    }

    int countOfRotation(long rotationId) {
        return count(" and e.rotationId = :id", rotationId);
    }

    private int count(String which, long id) {
        return em.createQuery("select count(e.id)" + WAITING + which, Long.class)
                .setParameter("encounter", Purpose.ENCOUNTER)
                .setParameter("draft", EvaluationStatus.DRAFT)
                .setParameter("id", id)
                .getSingleResult()
                .intValue();
    }
}
