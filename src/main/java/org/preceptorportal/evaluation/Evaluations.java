package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.shell.NotForCaller;

/** The evaluations, drafts included. Who may see which is decided by the use cases. */
@ApplicationScoped
public class Evaluations {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * @throws NotForCaller when there is none with this id
     */
    public Evaluation get(long id) {
        return Optional.ofNullable(em.find(Evaluation.class, id))
                .orElseThrow(() -> new NotForCaller("evaluation"));
    }

    public Optional<Evaluation> ofRotation(long rotationId, Phase phase) {
        return em.createQuery(
                        "select e from Evaluation e where e.rotationId = ?1 and e.phase = ?2",
                        Evaluation.class)
                .setParameter(1, rotationId)
                .setParameter(2, phase)
                .getResultStream()
                .findFirst();
    }

    public void add(Evaluation evaluation) {
        em.persist(evaluation);
    }

    /** For a change: two devices wait for each other instead of failing at the end. */
    Evaluation getForChange(long id) {
        Evaluation evaluation = em.find(Evaluation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (evaluation == null) {
            throw new NotForCaller("evaluation");
        }
        return evaluation;
    }

    void flush() {
        em.flush();
    }
}
