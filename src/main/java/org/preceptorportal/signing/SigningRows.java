package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The rows of who signs with whom: invitations, rounds, signatures. */
@ApplicationScoped
class SigningRows {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** Everybody ever invited to a letter, by place. */
    List<CoAuthor> coAuthors(long letterId) {
        return em.createQuery(
                        "select c from CoAuthor c where c.letterId = ?1 order by c.place, c.id",
                        CoAuthor.class)
                .setParameter(1, letterId)
                .getResultList();
    }

    /** The invitations that one preceptor has not declined, newest first. */
    List<CoAuthor> invitations(long preceptorId) {
        return em.createQuery(
                        "select c from CoAuthor c where c.preceptorId = ?1 and c.state = ?2"
                                + " order by c.invitedAt desc, c.id desc",
                        CoAuthor.class)
                .setParameter(1, preceptorId)
                .setParameter(2, CoAuthor.State.INVITED)
                .getResultList();
    }

    /** The round that is under way. */
    Optional<SigningRound> open(long letterId) {
        return em.createQuery(
                        "select r from SigningRound r where r.letterId = ?1 and r.state = ?2",
                        SigningRound.class)
                .setParameter(1, letterId)
                .setParameter(2, SigningRound.State.OPEN)
                .getResultStream()
                .findFirst();
    }

    Optional<SigningRound> round(long id) {
        return Optional.ofNullable(em.find(SigningRound.class, id));
    }

    /** In the order of signing. */
    List<AuthorSignature> signatures(long roundId) {
        return em.createQuery(
                        "select s from AuthorSignature s where s.roundId = ?1 order by s.place",
                        AuthorSignature.class)
                .setParameter(1, roundId)
                .getResultList();
    }

    /** Whether this preceptor's signature is on a version that was signed by all. */
    boolean hasSigned(long preceptorId, long letterId) {
        return em.createQuery(
                                "select count(s) from AuthorSignature s, SigningRound r where r.id = s.roundId"
                                        + " and s.letterId = ?1 and s.preceptorId = ?2 and r.state = ?3",
                                Long.class)
                        .setParameter(1, letterId)
                        .setParameter(2, preceptorId)
                        .setParameter(3, SigningRound.State.DONE)
                        .getSingleResult()
                > 0;
    }

    void add(Object row) {
        em.persist(row);
        em.flush();
    }

    void remove(CoAuthor invited) {
        em.remove(invited);
        em.flush();
    }
}
