package org.preceptorportal.release;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.store.Sha256;

/** Which programs may have which letters: what packets are made of. */
@ApplicationScoped
public class Releases {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    /**
     * What a program may have this season, by learner and release: of each released letter the
     * version that stood at that moment. A withdrawn letter is not among them, whenever it was
     * withdrawn; one that was superseded later still is, so that a night that is made again makes
     * the same.
     *
     * @param at the night's cut-off
     */
    public List<ReleasedLetter> ofProgram(long programId, String season, Instant at) {
        return em.createQuery(
                        // Not whole letters: a night reads many, and none of their words.
                        "select r.id, l.id, s.id, r.learnerId, s.authorName, l.specialty,"
                                + " s.signedAt, r.releasedAt, l.waived, r.channel, r.withReport,"
                                + " s.original, s.upload, s.verifyCode"
                                + " from LetterRelease r, Letter l, SignedLetter s"
                                + " where l.id = r.letterId and s.letterId = l.id"
                                + " and r.programId = ?1 and r.season = ?2"
                                + " and r.releasedAt <= ?3 and s.signedAt <= ?3 and l.status <> ?4"
                                + " and (s.state = ?5 or s.state = ?6 and s.endedAt > ?3)"
                                + " order by r.learnerId, r.id",
                        Object[].class)
                .setParameter(1, programId)
                .setParameter(2, season)
                .setParameter(3, at)
                .setParameter(4, LetterStatus.WITHDRAWN)
                .setParameter(5, SignedLetter.State.CURRENT)
                .setParameter(6, SignedLetter.State.SUPERSEDED)
                .getResultStream()
                .map(ReleasedLetter::of)
                .toList();
    }

    /** A version of a letter that its author withdrew. */
    public record Withdrawn(long learnerId, String verifyCode, Sha256 original) {}

    /** All versions of the letters that a program might have this season, but for a withdrawal. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Withdrawn> withdrawn(long programId, String season) {
        // Asked at each download: not through JPA, which would read three whole entities.
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select r.learner_id, s.verify_code, s.original_sha256 from"
                                        + " letter_release r join signed_letter w on w.letter_id ="
                                        + " r.letter_id and w.state = 'WITHDRAWN' join signed_letter s"
                                        + " on s.letter_id = w.letter_id where r.program_id = ? and"
                                        + " r.season = ?")) {
            select.setLong(1, programId);
            select.setString(2, season);
            List<Withdrawn> letters = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    letters.add(
                            new Withdrawn(
                                    row.getLong(1),
                                    row.getString(2),
                                    new Sha256(row.getString(3))));
                }
            }
            return letters;
        } catch (SQLException e) {
            throw new IllegalStateException("the withdrawn letters cannot be read", e);
        }
    }

    /** The programs that may have the letter this season. */
    public Set<Long> programsOfLetter(long letterId, String season) {
        return new HashSet<>(
                em.createQuery(
                                "select r.programId from LetterRelease r where r.letterId = ?1 and r.season = ?2",
                                Long.class)
                        .setParameter(1, letterId)
                        .setParameter(2, season)
                        .getResultList());
    }

    /** When the first program was chosen. */
    public Optional<Instant> firstOfLetter(long letterId) {
        return em.createQuery(
                        "select r from LetterRelease r where r.letterId = ?1 order by r.releasedAt",
                        LetterRelease.class)
                .setParameter(1, letterId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(LetterRelease::releasedAt);
    }

    public List<String> namesOfLetter(long letterId) {
        return namesOfLetters(List.of(letterId)).getOrDefault(letterId, List.of());
    }

    /** The programs of each of these letters, in the order of choosing; without the unreleased. */
    public Map<Long, List<String>> namesOfLetters(List<Long> letterIds) {
        if (letterIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select r.letterId, p.name from LetterRelease r, Program p where p.id ="
                                + " r.programId and r.letterId in ?1 order by r.id",
                        Object[].class)
                .setParameter(1, letterIds)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                row -> (Long) row[0],
                                Collectors.mapping(row -> (String) row[1], Collectors.toList())));
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
