package org.preceptorportal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.season.LetterPractice;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetters;

/** What was uploaded where, as its uploaders wrote it down (DL-4). */
@ApplicationScoped
public class Uploads {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Designees designees;
    @Inject SignedLetters signedLetters;
    @Inject LetterPractices practices;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<LetterUploaded> uploaded;

    /** One upload as pages show it. */
    public record Shown(
            String channel, String name, LocalDate uploadedOn, String by, Instant recordedAt)
            implements Serializable {}

    /** All of a letter, its earlier versions included, the first one first. */
    public List<Shown> ofLetter(long letterId) {
        LetterPractice practice = practices.current();
        return all(letterId).stream()
                .map(
                        u ->
                                new Shown(
                                        u.channel(),
                                        practice.channel(u.channel()).name(),
                                        u.uploadedOn(),
                                        u.recordedBy(),
                                        u.recordedAt()))
                .toList();
    }

    /** The newest upload of each of these letters to one channel, written down by then. */
    public Map<Long, Shown> newest(Collection<Long> letterIds, String channel, Instant at) {
        Map<Long, Shown> newest = new HashMap<>();
        if (letterIds.isEmpty()) {
            return newest;
        }
        String name = practices.current().channel(channel).name();
        em.createQuery(
                        "select u from Upload u where u.letterId in ?1 and u.channel = ?2"
                                + " and u.recordedAt <= ?3 order by u.recordedAt, u.id",
                        Upload.class)
                .setParameter(1, letterIds)
                .setParameter(2, channel)
                .setParameter(3, at)
                .getResultStream()
                .forEach(
                        u ->
                                newest.put(
                                        u.letterId(),
                                        new Shown(
                                                channel,
                                                name,
                                                u.uploadedOn(),
                                                u.recordedBy(),
                                                u.recordedAt())));
        return newest;
    }

    /** The day it is where these people work: the latest that can be written down. */
    public LocalDate today(Caller caller) {
        return LocalDate.now(clock.withZone(tenants.get(caller.tenantId()).zone()));
    }

    /**
     * The author or a designee says that the letter stands in a service now.
     *
     * @param on the day it was done
     * @throws DeliveryRefused before the signature, for a day to come, a second time, or for
     *     programs that take letters from here
     */
    @Transactional
    public void record(Caller caller, long letterId, String channel, LocalDate on) {
        Letter letter = designees.entrusted(caller, letterId);
        LetterPractice.Channel where = practices.current().channel(channel);
        SignedLetter signed =
                signedLetters.current(letterId).orElseThrow(() -> new DeliveryRefused("unsigned"));
        ZoneId zone = tenants.get(letter.tenantId()).zone();
        if (on == null
                || on.isAfter(today(caller))
                || on.isBefore(LocalDate.ofInstant(signed.signedAt(), zone).minusDays(1))) {
            throw new DeliveryRefused("day");
        }
        if (channel.equals(DeliveryChannel.DIRECT.name())) {
            throw new DeliveryRefused("direct");
        }
        if (all(letterId).stream()
                .anyMatch(u -> u.signedLetterId() == signed.id() && u.channel().equals(channel))) {
            throw new DeliveryRefused("twice", where.name());
        }
        em.persist(new Upload(signed, channel, on, caller.name(), clock.instant()));
        em.flush();
        audit.record(caller, "letter.uploaded", "letter", letterId, where.name() + ", " + on);
        uploaded.fire(
                new LetterUploaded(
                        letterId,
                        signed.id(),
                        letter.tenantId(),
                        letter.preceptorId(),
                        letter.learnerId(),
                        where.name()));
    }

    /** Which of these letters have a Letter ID and a signed version, and were never uploaded. */
    Set<Long> waiting(List<Long> letterIds) {
        if (letterIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                em.createQuery(
                                "select i.letterId from LetterId i where i.letterId in ?1 and i.number"
                                        + " is not null and exists (select s from SignedLetter s"
                                        + " where s.letterId = i.letterId and s.state = ?2) and not"
                                        + " exists (select u from Upload u where u.letterId ="
                                        + " i.letterId)",
                                Long.class)
                        .setParameter(1, letterIds)
                        .setParameter(2, SignedLetter.State.CURRENT)
                        .getResultList());
    }

    private List<Upload> all(long letterId) {
        return em.createQuery(
                        "select u from Upload u where u.letterId = ?1 order by u.recordedAt, u.id",
                        Upload.class)
                .setParameter(1, letterId)
                .getResultList();
    }
}
