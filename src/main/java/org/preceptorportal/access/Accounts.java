package org.preceptorportal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.AddressBook;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** The accounts of all institutions. */
@ApplicationScoped
public class Accounts implements AddressBook {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Preceptors preceptors;
    @Inject Learners learners;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject DemoGate demoGate;

    /**
     * Makes a staff account unless there is one with this role and address; an existing one keeps
     * its password.
     *
     * @param programId for program staff, else null
     * @throws IllegalArgumentException when the password is shorter than 12 characters
     */
    @Transactional
    public Account ensureStaff(
            long tenantId, Role role, String email, String name, Long programId, String password) {
        List<Account> present =
                em.createQuery(
                                "select a from Account a where a.tenantId = :tenant and a.role = :role and a.email = :email",
                                Account.class)
                        .setParameter("tenant", tenantId)
                        .setParameter("role", role)
                        .setParameter("email", Account.address(email))
                        .getResultList();
        if (!present.isEmpty()) {
            return present.get(0);
        }
        Account account =
                Account.staff(
                        tenantId,
                        role,
                        email,
                        name,
                        programId,
                        Passwords.hash(password),
                        clock.instant());
        em.persist(account);
        em.flush();
        audit.record(Caller.portal(tenantId), "account.made", "account", account.id(), role.name());
        return account;
    }

    /** Where a program's active staff get their mail; for rooms that write to them. */
    public List<String> programAddresses(long tenantId, long programId) {
        return em.createQuery(
                        "select a.email from Account a where a.tenantId = :tenant and a.programId = :program"
                                + " and a.active = true order by a.id",
                        String.class)
                .setParameter("tenant", tenantId)
                .setParameter("program", programId)
                .getResultList();
    }

    /**
     * Where an institution's active staff of one role get their mail; for rooms that write to them.
     */
    public List<String> addresses(long tenantId, Role role) {
        return em.createQuery(
                        "select a.email from Account a where a.tenantId = :tenant and a.role = :role"
                                + " and a.active = true order by a.id",
                        String.class)
                .setParameter("tenant", tenantId)
                .setParameter("role", role)
                .getResultList();
    }

    @Override
    public Optional<String> of(Caller caller) {
        if (caller.accountId() != null) {
            return Optional.of(get(caller.accountId()).email());
        }
        if (caller.is(Role.PRECEPTOR)) {
            return Optional.of(Account.address(preceptors.get(caller.personId()).email()));
        }
        return caller.is(Role.LEARNER)
                ? Optional.of(Account.address(learners.get(caller.personId()).email()))
                : Optional.empty();
    }

    @Override
    public List<Contact> assistantsOf(long preceptorId) {
        return em.createQuery(
                        "select a from Assistant a where a.preceptorId = ?1 and a.removedAt is null"
                                + " order by a.name, a.id",
                        Assistant.class)
                .setParameter(1, preceptorId)
                .getResultStream()
                .map(a -> new Contact(a.name(), a.email()))
                .toList();
    }

    Account get(long id) {
        return em.find(Account.class, id);
    }

    /** All that have a password and this address, locked: tries at one account stand in line. */
    List<Account> lockStaff(String email) {
        return em.createQuery(
                        "select a from Account a where a.email = :email and a.passwordHash is not null order by a.id",
                        Account.class)
                .setParameter("email", Account.address(email))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * The account of a preceptor or learner, made on first use; it follows the roster's name and
     * address. Not locked: mails are made amid other rooms' transactions, which hold locks of their
     * own.
     *
     * @throws NotForCaller when the institution's roster has no such person
     */
    Account person(long tenantId, Role role, long personId) {
        String email;
        String name;
        long institution;
        if (role == Role.PRECEPTOR) {
            Preceptor preceptor = preceptors.get(personId);
            email = preceptor.email();
            name = preceptor.signatureName();
            institution = preceptor.tenantId();
        } else if (role == Role.LEARNER) {
            Learner learner = learners.get(personId);
            email = learner.email();
            name = learner.fullName();
            institution = learner.tenantId();
        } else {
            throw new IllegalArgumentException(role + " is not in the roster");
        }
        if (institution != tenantId) {
            throw new NotForCaller("person");
        }
        // Two first links at once must not fail on the unique person.
        make(
                tenantId,
                role,
                email,
                name,
                personId,
                null,
                "(person_id, role, tenant_id) where person_id is not null and role <> 'ASSISTANT'");
        Account account =
                em.createQuery(
                                "select a from Account a where a.tenantId = :tenant and a.role = :role and a.personId = :person",
                                Account.class)
                        .setParameter("tenant", tenantId)
                        .setParameter("role", role)
                        .setParameter("person", personId)
                        .getSingleResult();
        account.follow(email, name);
        return account;
    }

    /** The account of an assistant, made on first use. */
    Account assistant(Assistant assistant) {
        make(
                assistant.tenantId(),
                Role.ASSISTANT,
                assistant.email(),
                assistant.name(),
                assistant.preceptorId(),
                assistant.id(),
                "(assistant_id) where assistant_id is not null");
        return em.createQuery(
                        "select a from Account a where a.assistantId = :assistant", Account.class)
                .setParameter("assistant", assistant.id())
                .getSingleResult();
    }

    /** The account of a letter's designee, made on first use. */
    Account designee(long tenantId, String name, String email) {
        make(
                tenantId,
                Role.DESIGNEE,
                email,
                name,
                null,
                null,
                "(email, role, tenant_id) where person_id is null");
        return em.createQuery(
                        "select a from Account a where a.tenantId = ?1 and a.role = ?2 and a.email = ?3",
                        Account.class)
                .setParameter(1, tenantId)
                .setParameter(2, Role.DESIGNEE)
                .setParameter(3, Account.address(email))
                .getSingleResult();
    }

    /** With this address, of whatever institution. */
    List<Account> designeesByEmail(String email) {
        return em.createQuery(
                        "select a from Account a where a.role = ?1 and a.email = ?2 order by a.id",
                        Account.class)
                .setParameter(1, Role.DESIGNEE)
                .setParameter(2, Account.address(email))
                .getResultList();
    }

    /**
     * With this address, of whatever institution; none that has become a learner there, who would
     * otherwise write what is said of learners.
     */
    List<Assistant> assistantsByEmail(String email) {
        return em.createQuery(
                        "select a from Assistant a where a.email = :email and a.removedAt is null"
                                + " order by a.id",
                        Assistant.class)
                .setParameter("email", Account.address(email))
                .getResultStream()
                .filter(a -> !isLearner(a.tenantId(), a.email()))
                .toList();
    }

    /**
     * Whether its holder may come in: not when it was switched off, is of a demo that is over, or
     * is an assistant's or a designee's who has become a learner.
     */
    boolean admits(Account account) {
        return account.active()
                && demoGate.admits(account.tenantId())
                && !((account.role() == Role.ASSISTANT || account.role() == Role.DESIGNEE)
                        && isLearner(account.tenantId(), account.email()));
    }

    boolean isLearner(long tenantId, String email) {
        return learners.byEmail(email).stream().anyMatch(l -> l.tenantId() == tenantId);
    }

    /** Locked, as the roster knows its holder now: two requests of one person stand in line. */
    Account lock(Account account) {
        if (account.role() == Role.PRECEPTOR || account.role() == Role.LEARNER) {
            person(account.tenantId(), account.role(), account.personId());
        }
        em.lock(account, LockModeType.PESSIMISTIC_WRITE);
        return account;
    }

    private void make(
            long tenantId,
            Role role,
            String email,
            String name,
            Long personId,
            Long assistantId,
            String unlessThere) {
        em.createNativeQuery(
                        "insert into account (id, tenant_id, role, email, name, person_id,"
                                + " assistant_id, created_at, version) values"
                                + " (nextval('portal_id'), ?1, ?2, ?3, ?4, cast(?5 as bigint), cast(?6 as bigint), now(), 1)"
                                + " on conflict "
                                + unlessThere
                                + " do nothing")
                .setParameter(1, tenantId)
                .setParameter(2, role.name())
                .setParameter(3, Account.address(email))
                .setParameter(4, name)
                .setParameter(5, personId)
                .setParameter(6, assistantId)
                .executeUpdate();
    }
}
