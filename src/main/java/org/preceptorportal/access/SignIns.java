package org.preceptorportal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;

/**
 * In which browsers people are signed in (AC-6, AC-10). The row decides at every request: a sign-in
 * ends everywhere at once, and a restart of the portal ends none.
 */
@ApplicationScoped
public class SignIns {
    /** What a browser may still find its unsent typing after; its cookie lives as long. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Duration REMEMBERED = Duration.ofDays(90);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Accounts accounts;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject SignIns self;

    /** Who asks, and by which sign-in. */
    public record Visitor(long signInId, Caller caller) {}

    /**
     * A sign-in as its owner sees it.
     *
     * @param here true for the browser that asks
     */
    public record Device(
            long id, String device, String address, Instant since, Instant lastUsed, boolean here)
            implements Serializable {}

    /**
     * The key to what a browser keeps of unsent typing.
     *
     * @param id another one after a sign-out: what was kept with an older key is unreadable
     * @param key base64 of 32 random bytes
     */
    public record DraftKey(String id, String key) {}

    /**
     * A new sign-in, in place of the one this browser may have had.
     *
     * @param oldCookie what the browser sent, or null
     * @return what it shall keep from now on
     */
    @Transactional
    public String begin(long accountId, String oldCookie, String userAgent, String address) {
        Instant now = clock.instant();
        Account account = accounts.get(accountId);
        Optional<Ticket> old = Ticket.read(oldCookie);
        old.ifPresent(ticket -> replace(ticket, now));
        forget(accountId, now);
        Ticket ticket = Ticket.after(old);
        em.persist(
                new SignIn(
                        accountId,
                        account.role(),
                        ticket,
                        DeviceWords.of(userAgent),
                        address,
                        now));
        return ticket.cookie();
    }

    /** Empty when the sign-in is over or the account switched off. */
    public Optional<Visitor> visitor(String cookie, String address) {
        Optional<Ticket> ticket = Ticket.read(cookie);
        if (ticket.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Object[]> found =
                em.createQuery(
                                "select s, a from SignIn s, Account a"
                                        + " where s.tokenHash = :hash and a.id = s.accountId",
                                Object[].class)
                        .setParameter("hash", ticket.get().token().hash())
                        .getResultList();
        for (Object[] row : found) {
            SignIn signIn = (SignIn) row[0];
            Account account = (Account) row[1];
            if (signIn.lasts(account.role(), now) && accounts.admits(account)) {
                if (signIn.wasQuiet(now)) {
                    self.use(signIn.id(), now);
                }
                return Optional.of(new Visitor(signIn.id(), account.caller(address)));
            }
        }
        return Optional.empty();
    }

    /** Of many requests at once one writes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void use(long signInId, Instant now) {
        em.createQuery(
                        "update SignIn s set s.lastUsedAt = :now"
                                + " where s.id = :id and s.lastUsedAt <= :then")
                .setParameter("now", now)
                .setParameter("id", signInId)
                .setParameter("then", now.minus(Stay.GRAIN))
                .executeUpdate();
    }

    /** The browsers the caller is signed in with, the latest sign-in first. */
    public List<Device> devices(Caller caller, long here) {
        Instant now = clock.instant();
        return open(caller.accountId()).stream()
                .filter(s -> s.lasts(caller.role(), now))
                .map(
                        s ->
                                new Device(
                                        s.id(),
                                        s.device(),
                                        s.address(),
                                        s.createdAt(),
                                        s.lastUsedAt(),
                                        s.id() == here))
                .toList();
    }

    /** The caller leaves this browser. */
    @Transactional
    public void signOut(Caller caller, long here) {
        end(mine(caller, here));
        audit.record(caller, "account.signed-out", "account", caller.accountId(), "");
    }

    /** Ends one of the caller's sign-ins from another browser. */
    @Transactional
    public void end(Caller caller, long signInId) {
        SignIn signIn = mine(caller, signInId);
        end(signIn);
        audit.record(
                caller,
                "account.signed-out-elsewhere",
                "account",
                caller.accountId(),
                signIn.device());
    }

    /** Ends all of the caller's sign-ins, this one too. */
    @Transactional
    public void endAll(Caller caller) {
        int ended = endAll(caller.accountId());
        audit.record(
                caller,
                "account.signed-out-everywhere",
                "account",
                caller.accountId(),
                "sign-ins: " + ended);
    }

    /**
     * The key for this browser and account, made at the first question. A sign-in that merely
     * expired leaves it: the same person in the same browser gets it again.
     */
    @Transactional
    public DraftKey draftKey(long signInId) {
        Object[] row =
                (Object[])
                        em.createNativeQuery(
                                        "insert into draft_key (id, account_id, browser, secret, used_at)"
                                                + " select nextval('portal_id'), account_id, browser, ?2, ?3"
                                                + " from sign_in where id = ?1"
                                                + " on conflict (account_id, browser)"
                                                + " do update set used_at = excluded.used_at"
                                                + " returning id, secret")
                                .setParameter(1, signInId)
                                .setParameter(2, Secret.bytes())
                                .setParameter(3, java.sql.Timestamp.from(clock.instant()))
                                .getSingleResult();
        return new DraftKey(
                String.valueOf(row[0]), Base64.getEncoder().encodeToString((byte[]) row[1]));
    }

    /** All of one account, without a word in the trail: the caller says why. */
    int endAll(long accountId) {
        List<SignIn> all = open(accountId);
        all.forEach(this::end);
        em.createNativeQuery("delete from draft_key where account_id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
        return all.size();
    }

    private void end(SignIn signIn) {
        signIn.end(clock.instant());
        em.createNativeQuery("delete from draft_key where account_id = ?1 and browser = ?2")
                .setParameter(1, signIn.accountId())
                .setParameter(2, signIn.browser())
                .executeUpdate();
    }

    private SignIn mine(Caller caller, long signInId) {
        SignIn signIn = em.find(SignIn.class, signInId);
        if (signIn == null
                || caller.accountId() == null
                || signIn.accountId() != caller.accountId()) {
            throw audit.refuse(caller, "sign-in", signInId);
        }
        return signIn;
    }

    private List<SignIn> open(long accountId) {
        return em.createQuery(
                        "select s from SignIn s where s.accountId = :account"
                                + " and s.endedAt is null order by s.id desc",
                        SignIn.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Its keys stay: the person who was here before may have typing to send, and comes back. */
    private void replace(Ticket ticket, Instant now) {
        em.createQuery(
                        "update SignIn s set s.endedAt = :now"
                                + " where s.tokenHash = :hash and s.endedAt is null")
                .setParameter("now", now)
                .setParameter("hash", ticket.token().hash())
                .executeUpdate();
    }

    /** What nobody can use or wants to know any more; the trail knows who signed in when. */
    private void forget(long accountId, Instant now) {
        em.createQuery("delete from SignIn s where s.accountId = :account and s.expiresAt < :then")
                .setParameter("account", accountId)
                .setParameter("then", now.minus(REMEMBERED))
                .executeUpdate();
        em.createNativeQuery("delete from draft_key where account_id = ?1 and used_at < ?2")
                .setParameter(1, accountId)
                .setParameter(2, java.sql.Timestamp.from(now.minus(KEPT)))
                .executeUpdate();
    }
}
