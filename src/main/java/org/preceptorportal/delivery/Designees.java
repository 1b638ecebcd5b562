package org.preceptorportal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.adviser.AdviserMarked;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.AddressBook;
import org.preceptorportal.shell.AssistantRemoved;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Whom authors trust with uploading their letters (DL-2, DL-3). */
@ApplicationScoped
public class Designees {
    /** More than any letter needs; an author cannot mail half the world. */
    private static final int MOST = 3;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Letters letters;
    @Inject LetterDoor door;
    @Inject Advisers advisers;
    @Inject AddressBook addresses;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<DesigneeInvited> invited;

    /** A designee as the author sees them. */
    public record Shown(long id, String name, String email, Instant invitedAt)
            implements Serializable {}

    /** The present designees of one of the caller's own letters. */
    @Transactional
    public List<Shown> of(Caller caller, long letterId) {
        return present(door.authored(caller, letterId).id()).stream()
                .map(d -> new Shown(d.id(), d.name(), d.email(), d.invitedAt()))
                .toList();
    }

    /** The author's assistants who could be invited and are not yet. */
    @Transactional
    public List<AddressBook.Contact> assistants(Caller caller, long letterId) {
        Letter letter = door.authored(caller, letterId);
        List<String> there = present(letterId).stream().map(Designee::email).toList();
        return addresses.assistantsOf(letter.preceptorId()).stream()
                .filter(a -> !there.contains(Designee.address(a.email())))
                .toList();
    }

    /**
     * Lets somebody upload one letter, and mails them the way to it.
     *
     * @throws DeliveryRefused for an adviser of the learner, a learner of the institution, the
     *     author, somebody who is asked already, or one too many
     */
    @Transactional
    public void invite(Caller caller, long letterId, String name, String email) {
        Letter letter = door.authoredForChange(caller, letterId);
        Designee designee = new Designee(letter, name, email, clock.instant());
        refuse(caller, letter, designee);
        em.persist(designee);
        em.flush();
        audit.record(caller, "designee.invited", "letter", letterId, designee.name());
        invited.fire(
                new DesigneeInvited(
                        designee.id(),
                        letterId,
                        letter.tenantId(),
                        letter.preceptorId(),
                        letter.learnerId(),
                        designee.name(),
                        designee.email()));
    }

    private void refuse(Caller caller, Letter letter, Designee designee) {
        if (advisers.advises(letter.tenantId(), designee.email(), letter.learnerId())) {
            audit.recordAlone(caller, "adviser.refused", "letter", letter.id(), "as a designee");
            throw new DeliveryRefused(
                    "adviser", designee.name(), learners.get(letter.learnerId()).fullName());
        }
        if (isLearner(letter.tenantId(), designee.email())) {
            throw new DeliveryRefused("learner");
        }
        if (Designee.address(preceptors.get(letter.preceptorId()).email())
                .equals(designee.email())) {
            throw new DeliveryRefused("self");
        }
        List<Designee> there = present(letter.id());
        if (there.stream().anyMatch(d -> d.email().equals(designee.email()))) {
            throw new DeliveryRefused("already");
        }
        if (there.size() >= MOST) {
            throw new DeliveryRefused("enough", MOST);
        }
    }

    /** Ends it at once. */
    @Transactional
    public void remove(Caller caller, long designeeId) {
        Designee designee =
                Optional.ofNullable(em.find(Designee.class, designeeId))
                        .orElseThrow(() -> audit.refuse(caller, "designee", designeeId));
        door.authored(caller, designee.letterId());
        if (designee.present()) {
            designee.remove(clock.instant());
            audit.record(
                    caller, "designee.removed", "letter", designee.letterId(), designee.name());
        }
    }

    /**
     * A letter, for its author and its designees.
     *
     * @throws org.preceptorportal.adviser.AdviserMaySeeNoLetter when the caller advises the learner
     */
    Letter entrusted(Caller caller, long letterId) {
        Letter letter =
                letters.find(letterId)
                        .filter(l -> l.isBy(caller) || isDesignee(caller, l))
                        .orElseThrow(() -> audit.refuse(caller, "letter", letterId));
        advisers.needNotAdvise(caller, letter.learnerId());
        return letter;
    }

    private boolean isDesignee(Caller caller, Letter letter) {
        if (caller.tenantId() != letter.tenantId() || !mayServe(caller)) {
            return false;
        }
        String address = addresses.of(caller).orElse("");
        return !isLearner(letter.tenantId(), address)
                && present(letter.id()).stream().anyMatch(d -> d.email().equals(address));
    }

    /** The letters that the caller is to upload for others. */
    List<Letter> entrustedTo(Caller caller) {
        if (!mayServe(caller)) {
            return List.of();
        }
        String address = addresses.of(caller).orElse("");
        return em.createQuery(
                        "select l from Letter l, Designee d where d.letterId = l.id and d.email = ?1"
                                + " and d.tenantId = ?2 and d.removedAt is null order by d.invitedAt",
                        Letter.class)
                .setParameter(1, address)
                .setParameter(2, caller.tenantId())
                .getResultStream()
                .filter(l -> !advisers.advises(caller, l.learnerId()))
                .toList();
    }

    private static boolean mayServe(Caller caller) {
        return caller.is(Role.DESIGNEE, Role.ASSISTANT);
    }

    private boolean isLearner(long tenantId, String email) {
        return learners.byEmail(email).stream().anyMatch(l -> l.tenantId() == tenantId);
    }

    /** Who is marked as an adviser later loses the duty at once (DL-3). */
    void marked(@Observes AdviserMarked event) {
        em.createQuery(
                        "select d from Designee d, Letter l where l.id = d.letterId and d.email = ?1"
                                + " and l.learnerId = ?2 and d.removedAt is null",
                        Designee.class)
                .setParameter(1, event.email())
                .setParameter(2, event.learnerId())
                .getResultList()
                .forEach(d -> end(event.tenantId(), d, "marked as an adviser"));
    }

    /** Who assists the author no more uploads for them no more (DL-6). */
    void removed(@Observes AssistantRemoved event) {
        em.createQuery(
                        "select d from Designee d, Letter l where l.id = d.letterId and d.email = ?1"
                                + " and l.preceptorId = ?2 and d.removedAt is null",
                        Designee.class)
                .setParameter(1, Designee.address(event.email()))
                .setParameter(2, event.preceptorId())
                .getResultList()
                .forEach(d -> end(event.tenantId(), d, "assists no more"));
    }

    private void end(long tenantId, Designee designee, String why) {
        designee.remove(clock.instant());
        audit.record(
                Caller.portal(tenantId), "designee.removed", "letter", designee.letterId(), why);
    }

    private List<Designee> present(long letterId) {
        return em.createQuery(
                        "select d from Designee d where d.letterId = ?1 and d.removedAt is null"
                                + " order by d.name, d.id",
                        Designee.class)
                .setParameter(1, letterId)
                .getResultList();
    }
}
