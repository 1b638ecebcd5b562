package org.preceptorportal.adviser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.shell.AddressBook;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Who advises whom (AD-1 to AD-4). */
@ApplicationScoped
public class Advisers {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Learners learners;
    @Inject AddressBook addresses;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<AdviserMarked> marked;

    /** An adviser as staff see them. */
    public record Shown(
            long id, String name, String email, String learner, String markedBy, Instant markedAt)
            implements Serializable {}

    /**
     * Marks somebody as the adviser of a learner of the caller's institution.
     *
     * @throws AdviserRefused when they cannot be, or are already
     */
    @Transactional
    public void mark(Caller caller, long learnerId, String name, String email) {
        Learner learner = learner(caller, learnerId);
        Adviser adviser =
                new Adviser(
                        caller.tenantId(), learnerId, name, email, caller.name(), clock.instant());
        if (adviser.email().equals(Adviser.address(learner.email()))) {
            throw new AdviserRefused("self");
        }
        if (advises(caller.tenantId(), adviser.email(), learnerId)) {
            throw new AdviserRefused("already", adviser.name(), learner.fullName());
        }
        em.persist(adviser);
        em.flush();
        marked.fire(
                new AdviserMarked(
                        caller.tenantId(),
                        learnerId,
                        learner.fullName(),
                        adviser.name(),
                        adviser.email()));
        audit.record(caller, "adviser.marked", "learner", learnerId, adviser.name());
    }

    /**
     * They advise the learner no longer.
     *
     * @throws AdviserRefused when the caller would end their own mark, and so open doors to
     *     themselves
     */
    @Transactional
    public void end(Caller caller, long adviserId) {
        staff(caller);
        Adviser adviser =
                Optional.ofNullable(em.find(Adviser.class, adviserId))
                        .filter(a -> a.tenantId() == caller.tenantId())
                        .orElseThrow(() -> audit.refuse(caller, "adviser", adviserId));
        if (addresses.of(caller).filter(adviser.email()::equals).isPresent()) {
            throw new AdviserRefused("own");
        }
        if (adviser.present()) {
            adviser.end(clock.instant());
            audit.record(caller, "adviser.ended", "learner", adviser.learnerId(), adviser.name());
        }
    }

    /** All present advisers of the caller's institution, by name. */
    @Transactional
    public List<Shown> all(Caller caller) {
        staff(caller);
        return em.createQuery(
                        "select a from Adviser a where a.tenantId = ?1 and a.endedAt is null"
                                + " order by a.name, a.id",
                        Adviser.class)
                .setParameter(1, caller.tenantId())
                .getResultStream()
                .map(
                        a ->
                                new Shown(
                                        a.id(),
                                        a.name(),
                                        a.email(),
                                        learners.get(a.learnerId()).fullName(),
                                        a.markedBy(),
                                        a.markedAt()))
                .toList();
    }

    /**
     * Learners of the caller's institution to choose from.
     *
     * @param words of a name; nobody when blank
     */
    @Transactional
    public List<Learner> learners(Caller caller, String words, int most) {
        staff(caller);
        return learners.named(caller.tenantId(), words, most);
    }

    /** One learner of the caller's institution. */
    @Transactional
    public Learner learner(Caller caller, long learnerId) {
        staff(caller);
        return learners.find(learnerId)
                .filter(l -> l.tenantId() == caller.tenantId())
                .orElseThrow(() -> audit.refuse(caller, "learner", learnerId));
    }

    /** Whether the caller advises this learner, in whatever role they came in. */
    public boolean advises(Caller caller, long learnerId) {
        return addresses
                .of(caller)
                .filter(e -> advises(caller.tenantId(), e, learnerId))
                .isPresent();
    }

    /** Whether whoever has this address advises this learner. */
    public boolean advises(long tenantId, String email, long learnerId) {
        return em.createQuery(
                                "select count(a) from Adviser a where a.tenantId = ?1 and a.email = ?2"
                                        + " and a.learnerId = ?3 and a.endedAt is null",
                                Long.class)
                        .setParameter(1, tenantId)
                        .setParameter(2, Adviser.address(email))
                        .setParameter(3, learnerId)
                        .getSingleResult()
                > 0;
    }

    /** The learners whom the caller advises. */
    public Set<Long> advisedBy(Caller caller) {
        return addresses
                .of(caller)
                .map(
                        email ->
                                em.createQuery(
                                                "select a.learnerId from Adviser a where a.tenantId ="
                                                        + " ?1 and a.email = ?2 and a.endedAt is null",
                                                Long.class)
                                        .setParameter(1, caller.tenantId())
                                        .setParameter(2, email)
                                        .getResultStream()
                                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /**
     * @throws AdviserMaySeeNoLetter when the caller advises this learner; the try is written down
     */
    public void needNotAdvise(Caller caller, long learnerId) {
        if (advises(caller, learnerId)) {
            audit.recordAlone(caller, "adviser.refused", "learner", learnerId, "a letter");
            throw new AdviserMaySeeNoLetter();
        }
    }

    private void staff(Caller caller) {
        if (!caller.is(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            throw audit.refuse(caller, "advisers", "all");
        }
    }
}
