package org.preceptorportal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.AssistantRemoved;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;

/** Whom a preceptor lets draft evaluations, and whom no longer (AC-11). */
@ApplicationScoped
public class Assistants {
    /** More than any practice has; a preceptor cannot mail half the world. */
    private static final int MOST = 10;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Accounts accounts;
    @Inject Links links;
    @Inject SignIns signIns;
    @Inject Preceptors preceptors;
    @Inject Tenants tenants;
    @Inject Outbox outbox;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Event<AssistantRemoved> removed;
    @Inject Clock clock;

    /** An assistant as their preceptor sees them. */
    public record Shown(long id, String name, String email, Instant invitedAt)
            implements Serializable {}

    /** The caller's own, by name. */
    public List<Shown> mine(Caller caller) {
        return of(preceptor(caller)).stream()
                .map(a -> new Shown(a.id(), a.name(), a.email(), a.invitedAt()))
                .toList();
    }

    /** The names of a preceptor's assistants, for mails to the preceptor. */
    public List<String> namesOf(long preceptorId) {
        return of(preceptors.get(preceptorId)).stream().map(Assistant::name).toList();
    }

    /**
     * Makes somebody the caller's assistant and mails them their way in.
     *
     * @throws AssistantRefused for a learner of the institution (who could write what is said of
     *     learners), the preceptor, somebody who assists already, or one too many
     */
    @Transactional
    public void invite(Caller caller, String name, String email) {
        Preceptor preceptor = preceptor(caller);
        // Two invitations at once would be two assistants, or one too many.
        em.lock(em.find(Preceptor.class, preceptor.id()), LockModeType.PESSIMISTIC_WRITE);
        Assistant assistant =
                new Assistant(caller.tenantId(), preceptor.id(), name, email, clock.instant());
        refuse(preceptor, assistant.email());
        em.persist(assistant);
        em.flush();
        audit.record(caller, "assistant.invited", "assistant", assistant.id(), assistant.name());
        outbox.send(
                caller.tenantId(),
                "assistant-invited:" + assistant.id(),
                assistant.email(),
                words.say("access", "invitation.subject", preceptor.signatureName()),
                words.say(
                        "access",
                        "invitation.body",
                        assistant.name(),
                        preceptor.signatureName(),
                        links.link(assistant),
                        tenants.get(caller.tenantId()).name()));
    }

    /** Ends it at once, in all their browsers. */
    @Transactional
    public void remove(Caller caller, long assistantId) {
        Assistant assistant = em.find(Assistant.class, assistantId, LockModeType.PESSIMISTIC_WRITE);
        if (assistant == null
                || !caller.isPerson(Role.PRECEPTOR, assistant.preceptorId())
                || assistant.tenantId() != caller.tenantId()) {
            throw audit.refuse(caller, "assistant", assistantId);
        }
        if (!assistant.active()) {
            return;
        }
        assistant.remove(clock.instant());
        Account account = accounts.assistant(assistant);
        account.close();
        signIns.endAll(account.id());
        removed.fire(
                new AssistantRemoved(
                        assistant.tenantId(), assistant.preceptorId(), assistant.email()));
        audit.record(caller, "assistant.removed", "assistant", assistantId, assistant.name());
    }

    /** The preceptor's name, for pages of an assistant who may have several. */
    public String preceptorOf(Caller assistant) {
        return preceptors.get(assistant.personId()).signatureName();
    }

    private void refuse(Preceptor preceptor, String email) {
        if (accounts.isLearner(preceptor.tenantId(), email)) {
            throw new AssistantRefused("assistants.learner");
        }
        if (Account.address(preceptor.email()).equals(email)) {
            throw new AssistantRefused("assistants.self");
        }
        List<Assistant> present = of(preceptor);
        if (present.stream().anyMatch(a -> a.email().equals(email))) {
            throw new AssistantRefused("assistants.already");
        }
        if (present.size() >= MOST) {
            throw new AssistantRefused("assistants.enough", MOST);
        }
    }

    private Preceptor preceptor(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            throw audit.refuse(caller, "assistants", "all");
        }
        return preceptors.get(caller.personId());
    }

    private List<Assistant> of(Preceptor preceptor) {
        return em.createQuery(
                        "select a from Assistant a where a.preceptorId = :preceptor"
                                + " and a.removedAt is null order by a.name, a.id",
                        Assistant.class)
                .setParameter("preceptor", preceptor.id())
                .getResultList();
    }
}
