package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The codes that were mailed. Only the newest of a letter opens anything. */
@ApplicationScoped
class SigningCodes {
    private static final SecureRandom CHANCE = new SecureRandom();

    /**
     * @param codeId null when there was no code to try
     */
    record Attempt(SigningCode.Verdict verdict, Long codeId) {}

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Clock clock;

    @Transactional(TxType.MANDATORY)
    public String issue(long letterId) {
        String code = "%08d".formatted(CHANCE.nextInt(100_000_000));
        em.persist(new SigningCode(letterId, code, clock.instant()));
        return code;
    }

    /** True when a code that is still good was mailed. */
    boolean pending(long letterId) {
        return !em.createQuery(
                        "select c from SigningCode c where c.letterId = ?1 and c.usedAt is null"
                                + " and c.expiresAt > ?2 and c.attempts < ?3",
                        SigningCode.class)
                .setParameter(1, letterId)
                .setParameter(2, clock.instant())
                .setParameter(3, SigningCode.TRIES)
                .getResultList()
                .isEmpty();
    }

    /**
     * Tries the newest code of a letter in a transaction of its own: a wrong try stays counted
     * although the signature that it was for is rolled back. So it answers and does not throw.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Attempt attempt(long letterId, String typed) {
        List<SigningCode> newest =
                em.createQuery(
                                "select c from SigningCode c where c.letterId = ?1 order by c.createdAt desc, c.id desc",
                                SigningCode.class)
                        .setParameter(1, letterId)
                        .setMaxResults(1)
                        .getResultList();
        if (newest.isEmpty()) {
            return new Attempt(SigningCode.Verdict.NONE, null);
        }
        SigningCode code =
                em.find(SigningCode.class, newest.get(0).id(), LockModeType.PESSIMISTIC_WRITE);
        return new Attempt(code.attempt(typed, clock.instant()), code.id());
    }

    @Transactional(TxType.MANDATORY)
    public void use(long codeId) {
        em.find(SigningCode.class, codeId, LockModeType.PESSIMISTIC_WRITE).use(clock.instant());
    }
}
