package org.preceptorportal.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.QrPath;
import org.preceptorportal.shell.Role;

/** A preceptor's own choice: the mail, or an authenticator app (SU-2 to SU-4). */
@ApplicationScoped
public class Authenticators {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final String ISSUER = "Preceptor Portal";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject SigningCodes codes;
    @Inject SecretBox box;
    @Inject Preceptors preceptors;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<SigningCodeIssued> issued;
    @Inject Event<StepUpChanged> changed;

    /**
     * What an app needs, shown once.
     *
     * @param secret for typing, in groups of four
     * @param address what the QR code says
     */
    public record Setup(String secret, String address, QrPath qr) implements Serializable {
        /** Never logged: it holds the secret. */
        @Override
        public String toString() {
            return "Setup";
        }
    }

    /** Since when the caller signs with an app; empty while it is the mail. */
    @Transactional
    public Optional<Instant> since(Caller caller) {
        return of(own(caller).id())
                .filter(Authenticator::confirmed)
                .map(Authenticator::confirmedAt);
    }

    /** Mails the code that a change takes (SU-4). */
    @Transactional
    public void sendCode(Caller caller) {
        Preceptor preceptor = own(caller);
        String code = codes.issue(null, preceptor.id());
        audit.record(caller, "stepup.code-sent", "preceptor", preceptor.id(), "");
        issued.fire(new SigningCodeIssued(null, caller.tenantId(), preceptor.email(), code));
    }

    /**
     * Begins with a new secret; an app that is in use goes on until the new one is confirmed.
     *
     * @param code as mailed
     * @throws SigningCodeRefused unless the code is right; the try is counted
     */
    @Transactional
    public Setup begin(Caller caller, String code) {
        Preceptor preceptor = own(caller);
        spend(preceptor.id(), code);
        byte[] secret = new byte[Totp.SECRET];
        CHANCE.nextBytes(secret);
        em.createQuery(
                        "delete from Authenticator a where a.preceptorId = ?1 and a.confirmedAt is null")
                .setParameter(1, preceptor.id())
                .executeUpdate();
        em.persist(
                new Authenticator(
                        preceptor.tenantId(),
                        preceptor.id(),
                        box.lock(secret, preceptor.id()),
                        clock.instant()));
        String text = Totp.base32(secret);
        String address =
                "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                        .formatted(
                                encoded(ISSUER), encoded(preceptor.email()), text, encoded(ISSUER));
        return new Setup(text.replaceAll("(.{4})(?=.)", "$1 "), address, QrPath.of(address));
    }

    /**
     * The app shows a right code: from now on its codes are asked for.
     *
     * @throws SigningCodeRefused unless it is right
     */
    @Transactional
    public void confirm(Caller caller, String appCode) {
        Preceptor preceptor = own(caller);
        Authenticator fresh =
                em.createQuery(
                                "select a from Authenticator a where a.preceptorId = ?1 and a.confirmedAt is null",
                                Authenticator.class)
                        .setParameter(1, preceptor.id())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() -> SigningCodeRefused.ofApp(Verdict.NONE));
        Instant now = clock.instant();
        Verdict verdict = fresh.attempt(box.open(fresh.secret(), preceptor.id()), appCode, now);
        if (verdict != Verdict.RIGHT) {
            throw SigningCodeRefused.ofApp(verdict);
        }
        leave(preceptor.id());
        fresh.confirm(now);
        audit.record(caller, "stepup.app-on", "preceptor", preceptor.id(), "");
        changed.fire(
                new StepUpChanged(preceptor.tenantId(), preceptor.id(), Proof.AUTHENTICATOR, now));
    }

    /**
     * Back to the mail; also for a lost telephone.
     *
     * @param code as mailed
     * @throws SigningCodeRefused unless the code is right; the try is counted
     */
    @Transactional
    public void remove(Caller caller, String code) {
        Preceptor preceptor = own(caller);
        spend(preceptor.id(), code);
        if (leave(preceptor.id()) > 0) {
            audit.record(caller, "stepup.app-off", "preceptor", preceptor.id(), "");
            changed.fire(
                    new StepUpChanged(
                            preceptor.tenantId(),
                            preceptor.id(),
                            Proof.MAILED_CODE,
                            clock.instant()));
        }
    }

    boolean on(long preceptorId) {
        return of(preceptorId).isPresent();
    }

    /** In a transaction of its own: a wrong try stays counted, a right one stays spent (SU-5). */
    @Transactional(TxType.REQUIRES_NEW)
    public Verdict attempt(long preceptorId, String typed) {
        return of(preceptorId)
                .map(
                        app -> {
                            em.refresh(app, LockModeType.PESSIMISTIC_WRITE);
                            return app.attempt(
                                    box.open(app.secret(), preceptorId), typed, clock.instant());
                        })
                .orElse(Verdict.NONE);
    }

    private void spend(long preceptorId, String code) {
        SigningCodes.Attempt attempt = codes.attempt(null, preceptorId, code);
        if (attempt.verdict() != Verdict.RIGHT) {
            throw new SigningCodeRefused(attempt.verdict());
        }
        codes.use(attempt.codeId());
    }

    private int leave(long preceptorId) {
        return em.createQuery(
                        "delete from Authenticator a where a.preceptorId = ?1 and a.confirmedAt is not null")
                .setParameter(1, preceptorId)
                .executeUpdate();
    }

    private Optional<Authenticator> of(long preceptorId) {
        return em.createQuery(
                        "select a from Authenticator a where a.preceptorId = ?1 and a.confirmedAt is not null",
                        Authenticator.class)
                .setParameter(1, preceptorId)
                .getResultStream()
                .findFirst();
    }

    private Preceptor own(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            throw audit.refuse(caller, "stepup", "settings");
        }
        return preceptors.get(caller.personId());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
