package org.preceptorportal.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** What was said and done beside the letters: asks, nudges, thanks, revocations. */
@ApplicationScoped
class Asks {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** What was said with a request; empty words for a letter from before there were any. */
    Ask of(long letterId) {
        Ask ask = em.find(Ask.class, letterId);
        return ask == null ? new Ask(letterId, AskFacts.NONE) : ask;
    }

    /** Keeps it, be it new or not. */
    void keep(Ask ask) {
        em.merge(ask);
        em.flush();
    }

    /** Oldest first. */
    List<Nudge> nudges(long letterId) {
        return em.createQuery(
                        "select n from Nudge n where n.letterId = ?1 order by n.askedAt",
                        Nudge.class)
                .setParameter(1, letterId)
                .getResultList();
    }

    List<Long> waitingNudges() {
        return em.createQuery("select n.id from Nudge n where n.sentAt is null", Long.class)
                .getResultList();
    }

    /** Held until the transaction ends, and only if it still waits: of two nodes one sends it. */
    Optional<Nudge> waitingNudge(long id) {
        return Optional.ofNullable(em.find(Nudge.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Nudge::waiting);
    }

    void remove(Nudge nudge) {
        em.remove(nudge);
    }

    Optional<Thanks> thanks(long letterId) {
        return Optional.ofNullable(em.find(Thanks.class, letterId));
    }

    /** The latest, if any. */
    Optional<WaiverRevocation> revocation(long learnerId) {
        return em.createQuery(
                        "select w from WaiverRevocation w where w.learnerId = ?1"
                                + " order by w.revokedAt desc",
                        WaiverRevocation.class)
                .setParameter(1, learnerId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    void add(Object row) {
        em.persist(row);
        em.flush();
    }
}
