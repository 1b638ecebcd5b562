package org.preceptorportal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Throttle;

/** Staff sign in with address and password (AC-4, AC-5). */
@ApplicationScoped
public class PasswordSignIn {
    @Inject Accounts accounts;
    @Inject Throttle throttle;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject DemoGate demoGate;
    @Inject PasswordSignIn self;

    /**
     * @return the id of the account that may begin a visit
     * @throws SignInRefused when they do not match, or the account has to wait
     * @throws TooManyTries when the network address has to wait
     */
    public long signIn(String email, String password, String networkAddress) {
        TooManyTries.check(throttle, networkAddress);
        Optional<Long> account = self.attempt(email, password, networkAddress);
        if (account.isEmpty()) {
            throttle.count(TooManyTries.LIMIT, networkAddress);
            throw new SignInRefused();
        }
        return account.get();
    }

    /** A transaction of its own: a refusal must not roll back the count of failures. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Long> attempt(String email, String password, String networkAddress) {
        List<Account> known = accounts.lockStaff(email);
        if (known.isEmpty()) {
            Passwords.pretend(password);
        }
        Instant now = clock.instant();
        List<Account> wrong = new ArrayList<>();
        for (Account account : known) {
            boolean right = Passwords.matches(password, account.passwordHash());
            if (!account.admits(now) || !demoGate.admits(account.tenantId())) {
                continue;
            }
            if (right) {
                account.entered();
                if (Passwords.outdated(account.passwordHash())) {
                    account.rehash(Passwords.hash(password));
                }
                audit.record(
                        account.caller(networkAddress),
                        "account.signed-in",
                        "account",
                        account.id(),
                        "by password");
                return Optional.of(account.id());
            }
            wrong.add(account);
        }
        // Only now: one person may have an account with each of two institutions, and the right
        // password of one is no failure of the other.
        for (Account account : wrong) {
            account.failed(now);
            audit.record(
                    stranger(account, networkAddress),
                    "account.sign-in-failed",
                    "account",
                    account.id(),
                    "wrong password");
        }
        return Optional.empty();
    }

    private static Caller stranger(Account account, String networkAddress) {
        return new Caller(null, account.tenantId(), null, null, null, "Somebody", networkAddress);
    }
}
