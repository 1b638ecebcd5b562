package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Preceptor;

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

    /**
     * A letter that somebody was invited to sign.
     *
     * @param before how many of those who were invited sign before them
     * @param open how many rounds are under way: one or none
     * @param signatures of that round
     * @param own signatures in that round and in those that everybody signed
     */
    record Invitation(
            long letterId,
            Learner learner,
            Preceptor lead,
            long before,
            long open,
            long signatures,
            long own) {}

    /** What one preceptor was invited to sign and has not declined, newest first. */
    List<Invitation> invited(long preceptorId) {
        return em.createQuery(
                        """
                        select c.letterId, learner, lead,
                          (select count(o) from CoAuthor o where o.letterId = c.letterId
                            and o.state = :invited
                            and (o.place < c.place or o.place = c.place and o.id < c.id)),
                          (select count(r) from SigningRound r where r.letterId = c.letterId
                            and r.state = :open),
                          (select count(s) from AuthorSignature s, SigningRound q
                            where q.id = s.roundId and q.letterId = c.letterId and q.state = :open),
                          (select count(t) from AuthorSignature t, SigningRound u
                            where u.id = t.roundId and u.letterId = c.letterId
                            and t.preceptorId = c.preceptorId
                            and (u.state = :open or u.state = :done))
                        from CoAuthor c, Letter l, Learner learner, Preceptor lead
                        where c.preceptorId = :preceptor and c.state = :invited
                          and l.id = c.letterId and learner.id = l.learnerId
                          and lead.id = l.preceptorId
                        order by c.invitedAt desc, c.id desc""",
                        Object[].class)
                .setParameter("preceptor", preceptorId)
                .setParameter("invited", CoAuthor.State.INVITED)
                .setParameter("open", SigningRound.State.OPEN)
                .setParameter("done", SigningRound.State.DONE)
                .getResultStream()
                .map(
                        row ->
                                new Invitation(
                                        (Long) row[0],
                                        (Learner) row[1],
                                        (Preceptor) row[2],
                                        (Long) row[3],
                                        (Long) row[4],
                                        (Long) row[5],
                                        (Long) row[6]))
                .toList();
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

    void add(Object row) {
        em.persist(row);
        em.flush();
    }

    void remove(CoAuthor invited) {
        em.remove(invited);
        em.flush();
    }
}
