package org.preceptorportal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.notify.Doorway;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Throttle;
import org.preceptorportal.shell.Words;

/** One-time links: made, mailed, shown and redeemed (AC-2, AC-3, AC-4). */
@ApplicationScoped
public class Links implements Doorway {
    private static final int MOST_PER_HOUR = 5;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Accounts accounts;
    @Inject Throttle throttle;
    @Inject Preceptors preceptors;
    @Inject Learners learners;
    @Inject Tenants tenants;
    @Inject Outbox outbox;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /**
     * Whom a link is for, before it is used.
     *
     * @param accountId whose
     * @param name how the page calls them
     * @param preceptor whose assistant they are, else null
     * @param institution its name
     * @param maskedEmail where a fresh link would go
     * @param target where it leads
     */
    public record Shown(
            SignInLink.State state,
            long accountId,
            Role role,
            String name,
            String preceptor,
            String institution,
            String maskedEmail,
            String target) {}

    /** Who comes in by a link, when, and where to. */
    public record Entry(long accountId, Instant at, String target) {}

    private record Fresh(Account account, SignInLink link, String address) {}

    @Override
    @Transactional
    public String link(long tenantId, Role role, long personId, String target) {
        return issue(accounts.person(tenantId, role, personId), target, false).address();
    }

    @Override
    @Transactional
    public String designeeLink(long tenantId, String name, String email, String target) {
        return issue(accounts.designee(tenantId, name, email), target, false).address();
    }

    /** A new assistant's first way in, in the running transaction. */
    String link(Assistant assistant) {
        return issue(accounts.assistant(assistant), Target.HOME, false).address();
    }

    /**
     * Mails a link to each preceptor, assistant, designee and learner with this address, of
     * whatever institution and preceptor: who is several chooses in the mail. The answer is the
     * same whether there is one or none.
     *
     * @throws TooManyTries when the network address has to wait
     */
    @Transactional
    public void request(String email, String target, String networkAddress) {
        TooManyTries.check(throttle, networkAddress);
        throttle.count(TooManyTries.LIMIT, networkAddress);
        Map<Long, List<Fresh>> byTenant = new TreeMap<>();
        preceptors
                .byEmail(email)
                .forEach(
                        p ->
                                ask(
                                        byTenant,
                                        accounts.person(p.tenantId(), Role.PRECEPTOR, p.id()),
                                        target));
        accounts.assistantsByEmail(email)
                .forEach(a -> ask(byTenant, accounts.assistant(a), target));
        accounts.designeesByEmail(email).forEach(d -> ask(byTenant, d, target));
        learners.byEmail(email)
                .forEach(
                        l ->
                                ask(
                                        byTenant,
                                        accounts.person(l.tenantId(), Role.LEARNER, l.id()),
                                        target));
        byTenant.values().forEach(this::mail);
    }

    /** Empty when there never was such a link. */
    @Transactional
    public Optional<Shown> look(String token) {
        return find(token)
                .map(
                        link -> {
                            Account account = accounts.get(link.accountId());
                            return new Shown(
                                    link.state(clock.instant()),
                                    account.id(),
                                    account.role(),
                                    account.name(),
                                    preceptorOf(account),
                                    tenants.get(account.tenantId()).name(),
                                    account.maskedEmail(),
                                    link.target());
                        });
    }

    /** Consumes a link; empty when it is used, expired or unknown, or its account switched off. */
    @Transactional
    public Optional<Entry> use(String token, String networkAddress) {
        Instant now = clock.instant();
        // One statement decides: of two taps at once, one finds nothing left to use.
        int won =
                em.createQuery(
                                "update SignInLink l set l.usedAt = :now where l.tokenHash = :hash"
                                        + " and l.usedAt is null and l.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("hash", new Secret(token).hash())
                        .executeUpdate();
        if (won == 0) {
            return Optional.empty();
        }
        SignInLink link = find(token).orElseThrow();
        Account account = accounts.get(link.accountId());
        if (!accounts.admits(account)) {
            return Optional.empty();
        }
        audit.record(
                account.caller(networkAddress),
                "account.signed-in",
                "account",
                account.id(),
                "by link");
        return Optional.of(new Entry(account.id(), now, link.target()));
    }

    /**
     * Mails a fresh link in place of a used or expired one, to the address the roster has now.
     *
     * @throws TooManyTries when the network address has to wait
     */
    @Transactional
    public void renew(String token, String networkAddress) {
        TooManyTries.check(throttle, networkAddress);
        throttle.count(TooManyTries.LIMIT, networkAddress);
        find(token)
                .ifPresent(
                        old -> {
                            Account account = accounts.get(old.accountId());
                            Map<Long, List<Fresh>> byTenant = new TreeMap<>();
                            ask(byTenant, account, old.target());
                            byTenant.values().forEach(this::mail);
                        });
    }

    private void ask(Map<Long, List<Fresh>> byTenant, Account known, String target) {
        Account account = accounts.lock(known);
        // The account is locked: of many requests at once, five get a link.
        if (accounts.admits(account) && askedLately(account) < MOST_PER_HOUR) {
            byTenant.computeIfAbsent(account.tenantId(), t -> new ArrayList<>())
                    .add(issue(account, target, true));
        }
    }

    private String preceptorOf(Account account) {
        return account.role() == Role.ASSISTANT
                ? preceptors.get(account.personId()).signatureName()
                : null;
    }

    private long askedLately(Account account) {
        return em.createQuery(
                        "select count(l) from SignInLink l where l.accountId = :account"
                                + " and l.onRequest = true and l.createdAt > :since",
                        Long.class)
                .setParameter("account", account.id())
                .setParameter("since", clock.instant().minus(Duration.ofHours(1)))
                .getSingleResult();
    }

    private Fresh issue(Account account, String target, boolean onRequest) {
        Secret token = Secret.token();
        SignInLink link = new SignInLink(account.id(), token, target, onRequest, clock.instant());
        em.persist(link);
        em.flush();
        String address = baseUrl.replaceAll("/+$", "") + "/access/link?t=" + token.text();
        return new Fresh(account, link, address);
    }

    private void mail(List<Fresh> links) {
        Account first = links.get(0).account();
        String institution = tenants.get(first.tenantId()).name();
        StringBuilder list = new StringBuilder();
        for (Fresh fresh : links) {
            String who =
                    words.say(
                            "access",
                            "mail.for." + fresh.account().role().name(),
                            fresh.account().name(),
                            String.valueOf(preceptorOf(fresh.account())));
            list.append(who).append('\n').append(fresh.address()).append("\n\n");
        }
        outbox.send(
                first.tenantId(),
                "sign-in-link:" + links.get(0).link().id(),
                first.email(),
                words.say("access", "mail.subject"),
                words.say("access", "mail.body", list.toString().strip(), institution));
    }

    private Optional<SignInLink> find(String token) {
        return em.createQuery(
                        "select l from SignInLink l where l.tokenHash = :hash", SignInLink.class)
                .setParameter("hash", new Secret(token).hash())
                .getResultStream()
                .findFirst();
    }
}
