package org.preceptorportal.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The codes that were mailed. Only the newest of a person and letter opens anything. */
@ApplicationScoped
class SigningCodes {
    /** A mail may be slow; whoever asks again and again has many that no longer work. */
    private static final int MOST_OPEN = 5;

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final String OF =
            "select c from SigningCode c where c.preceptorId = :preceptor and"
                    + " (c.letterId = :letter or (c.letterId is null and :none = 1))";
    private static final String OPEN = OF + " and c.usedAt is null and c.expiresAt > :now";
    private static final String WITHOUT_APP =
            " and not exists (select a from Authenticator a where a.preceptorId = :preceptor and"
                    + " a.confirmedAt is not null)";

    /**
     * @param codeId null when there was no code to try
     */
    record Attempt(Verdict verdict, Long codeId) {}

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Clock clock;

    /**
     * Makes a code that takes the place of the one before.
     *
     * @throws SigningCodesSpent when so many wait unused that the newest is hard to tell
     */
    @Transactional(TxType.MANDATORY)
    public String issue(Long letterId, long preceptorId) {
        Instant now = clock.instant();
        List<SigningCode> open =
                of(OPEN, letterId, preceptorId).setParameter("now", now).getResultList();
        if (open.size() >= MOST_OPEN) {
            throw new SigningCodesSpent();
        }
        String code = "%08d".formatted(CHANCE.nextInt(100_000_000));
        em.persist(new SigningCode(letterId, preceptorId, code, now));
        return code;
    }

    /** True when a code that is still good was mailed. */
    boolean pending(Long letterId, long preceptorId) {
        return !of(OPEN + " and c.attempts < :tries", letterId, preceptorId)
                .setParameter("now", clock.instant())
                .setParameter("tries", SigningCode.TRIES)
                .getResultList()
                .isEmpty();
    }

    /**
     * Tries the newest code in a transaction of its own: a wrong try stays counted although the
     * deed that it was for is rolled back (SU-5). So it answers and does not throw.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Attempt attempt(Long letterId, long preceptorId, String typed) {
        // Counted for everybody at once, on disk a moment later: only a crash of the database could
        // forget a try.
        em.createNativeQuery("set local synchronous_commit = off").executeUpdate();
        Optional<SigningCode> newest = newest(OF, letterId, preceptorId);
        if (newest.isEmpty()) {
            return new Attempt(Verdict.NONE, null);
        }
        SigningCode code =
                em.find(SigningCode.class, newest.get().id(), LockModeType.PESSIMISTIC_WRITE);
        return new Attempt(code.attempt(typed, clock.instant()), code.id());
    }

    /**
     * Spends the newest code in the running transaction, if it is what was typed and the preceptor
     * signs without an app; else nothing is done, and {@link #attempt} counts the try.
     */
    boolean spend(long letterId, long preceptorId, String typed) {
        Instant now = clock.instant();
        Optional<SigningCode> right =
                newest(OF + WITHOUT_APP, letterId, preceptorId)
                        .filter(code -> code.opens(typed, now));
        right.ifPresent(code -> code.use(now));
        return right.isPresent();
    }

    @Transactional(TxType.MANDATORY)
    public void use(long codeId) {
        em.find(SigningCode.class, codeId, LockModeType.PESSIMISTIC_WRITE).use(clock.instant());
    }

    /**
     * The one that counts; none when none was mailed. There are few: a limit in the query would
     * have it compiled anew each time.
     */
    private Optional<SigningCode> newest(String codes, Long letterId, long preceptorId) {
        return of(codes + " order by c.createdAt desc, c.id desc", letterId, preceptorId)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<SigningCode> of(String query, Long letterId, long preceptorId) {
        return em.createQuery(query, SigningCode.class)
                .setParameter("preceptor", preceptorId)
                .setParameter("letter", letterId == null ? 0 : letterId)
                .setParameter("none", letterId == null ? 1 : 0);
    }
}
