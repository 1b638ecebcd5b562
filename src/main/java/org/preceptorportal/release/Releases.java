package org.preceptorportal.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.signing.SignedLetter;

/** Which programs may have which letters: what packets are made of. */
@ApplicationScoped
public class Releases {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** What a program may have this season: only current signed letters, by learner and release. */
    public List<ReleasedLetter> ofProgram(long programId, String season) {
        return em.createQuery(
                        "select r, l, s from LetterRelease r, Letter l, SignedLetter s"
                                + " where l.id = r.letterId and s.letterId = l.id and s.state = ?3"
                                + " and r.programId = ?1 and r.season = ?2"
                                + " order by r.learnerId, r.id",
                        Object[].class)
                .setParameter(1, programId)
                .setParameter(2, season)
                .setParameter(3, SignedLetter.State.CURRENT)
                .getResultStream()
                .map(
                        row ->
                                ReleasedLetter.of(
                                        (LetterRelease) row[0],
                                        (Letter) row[1],
                                        (SignedLetter) row[2]))
                .toList();
    }

    /** The programs of an institution that have any release this season. */
    public Set<Long> programsWithReleases(long tenantId, String season) {
        return new HashSet<>(
                em.createQuery(
                                "select distinct r.programId from LetterRelease r"
                                        + " where r.tenantId = ?1 and r.season = ?2",
                                Long.class)
                        .setParameter(1, tenantId)
                        .setParameter(2, season)
                        .getResultList());
    }

    Set<Long> programsOfLetter(long letterId, String season) {
        return new HashSet<>(
                em.createQuery(
                                "select r.programId from LetterRelease r where r.letterId = ?1 and r.season = ?2",
                                Long.class)
                        .setParameter(1, letterId)
                        .setParameter(2, season)
                        .getResultList());
    }

    public List<String> namesOfLetter(long letterId) {
        return em.createQuery(
                        "select p.name from LetterRelease r, Program p where p.id = r.programId"
                                + " and r.letterId = ?1 order by r.id",
                        String.class)
                .setParameter(1, letterId)
                .getResultList();
    }

    long count(long learnerId, long programId, String season) {
        return em.createQuery(
                        "select count(r) from LetterRelease r where r.learnerId = ?1"
                                + " and r.programId = ?2 and r.season = ?3",
                        Long.class)
                .setParameter(1, learnerId)
                .setParameter(2, programId)
                .setParameter(3, season)
                .getSingleResult();
    }

    /**
     * Makes the releases of one learner come one after the other until the transaction ends: two
     * taps at once must not both be the fourth.
     */
    void queue(long learnerId) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(7202, ?1) as text)")
                .setParameter(1, Math.toIntExact(learnerId))
                .getSingleResult();
    }

    void add(LetterRelease release) {
        em.persist(release);
        em.flush();
    }
}
