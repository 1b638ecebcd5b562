package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** All letters, whatever their state. */
@ApplicationScoped
public class Letters {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    public Optional<Letter> find(long id) {
        return Optional.ofNullable(em.find(Letter.class, id));
    }

    /** Held until the transaction ends: two writers come one after the other. */
    public Optional<Letter> findForChange(long id) {
        return Optional.ofNullable(em.find(Letter.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Soonest deadline first. */
    public List<Letter> ofPreceptor(long preceptorId) {
        return em.createQuery(
                        "select l from Letter l where l.preceptorId = ?1"
                                + " order by l.deadline, l.requestedAt, l.id",
                        Letter.class)
                .setParameter(1, preceptorId)
                .getResultList();
    }

    /** An author's letters that were signed last, newest first. */
    List<Letter> lastSigned(long preceptorId, int most) {
        return em.createQuery(
                        "select l from Letter l where l.preceptorId = ?1 and l.status = ?2"
                                + " order by l.signedAt desc, l.id desc",
                        Letter.class)
                .setParameter(1, preceptorId)
                .setParameter(2, LetterStatus.SIGNED)
                .setMaxResults(most)
                .getResultList();
    }

    /** Newest first. */
    public List<Letter> ofLearner(long learnerId) {
        return em.createQuery(
                        "select l from Letter l where l.learnerId = ?1 order by l.requestedAt desc, l.id desc",
                        Letter.class)
                .setParameter(1, learnerId)
                .getResultList();
    }

    public void add(Letter letter) {
        em.persist(letter);
        em.flush();
    }
}
