package org.preceptorportal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Throttle;

/** Makes, shows, withdraws and opens the cards of rotations. */
@ApplicationScoped
public class Cards {
    private final SecureRandom chance = new SecureRandom();

    @Inject RotationCards cards;
    @Inject Throttle throttle;
    @Inject Rotations rotations;
    @Inject Sites sites;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * The rotation's newest card; made when there never was one. A withdrawn one stays the newest
     * until {@link #renew}.
     *
     * @throws NotForCaller for anybody but the learner, the preceptor with their assistants, and
     *     the institution's coordinator (CA-4)
     */
    @Transactional
    public Card of(Caller caller, long rotationId) {
        Rotation rotation = seen(caller, rotationId);
        return cards.ofRotation(rotationId)
                .or(() -> cards.ofRotationForChange(rotationId))
                .orElseGet(() -> made(caller, rotation, "card.made"))
                .of(rotation);
    }

    /**
     * Withdraws the rotation's card for good; without one that works, nothing happens.
     *
     * @throws NotForCaller for anybody but the learner and the institution's coordinator
     */
    @Transactional
    public void revoke(Caller caller, long rotationId) {
        changeable(caller, rotationId);
        revoked(caller, rotationId);
    }

    /**
     * Withdraws the rotation's card and makes one with a new code.
     *
     * @throws NotForCaller for anybody but the learner and the institution's coordinator
     */
    @Transactional
    public Card renew(Caller caller, long rotationId) {
        Rotation rotation = changeable(caller, rotationId);
        revoked(caller, rotationId);
        return made(caller, rotation, "card.renewed").of(rotation);
    }

    /**
     * The card that somebody holds. Nobody need be signed in: who has the card in hand stands
     * beside its learner.
     *
     * @param typed the code, in any spelling
     * @param address from which network address
     * @throws CardNotValid says why it does not work
     * @throws CardBusy when this address asks too often
     */
    @Transactional
    public Card open(String typed, String address) {
        CardBusy.pass(throttle, CardBusy.LOOKS, address);
        RotationCard card =
                CardCode.read(typed)
                        .flatMap(cards::byCode)
                        .orElseThrow(() -> new CardNotValid(CardNotValid.Why.UNKNOWN));
        Rotation rotation = rotations.get(card.rotationId());
        card.mustWork(
                rotation, LocalDate.now(clock.withZone(sites.get(rotation.siteId()).timeZone())));
        return card.of(rotation);
    }

    /**
     * Opens a card to write something down with it.
     *
     * @throws CardNotValid says why it does not work
     * @throws CardBusy when this address asks too often, or the card was used too often
     */
    @Transactional
    public Card use(String typed, String address) {
        Card card = open(typed, address);
        CardBusy.pass(throttle, CardBusy.USES, Long.toString(card.id()));
        return card;
    }

    private RotationCard made(Caller caller, Rotation rotation, String action) {
        RotationCard card = new RotationCard(rotation, CardCode.random(chance), clock);
        cards.add(card);
        audit.record(caller, action, "rotation", rotation.id(), "");
        return card;
    }

    private void revoked(Caller caller, long rotationId) {
        cards.ofRotationForChange(rotationId)
                .filter(card -> card.revoke(clock))
                .ifPresent(
                        card -> {
                            // Written before another is made: at most one works at any time.
                            cards.flush();
                            audit.record(caller, "card.revoked", "rotation", rotationId, "");
                        });
    }

    private Rotation seen(Caller caller, long rotationId) {
        Rotation rotation = rotations.get(rotationId);
        return own(
                caller,
                rotation,
                caller.isPerson(Role.LEARNER, rotation.learnerId())
                        || caller.actsFor(rotation.preceptorId())
                        || caller.is(Role.COORDINATOR));
    }

    private Rotation changeable(Caller caller, long rotationId) {
        Rotation rotation = rotations.get(rotationId);
        return own(
                caller,
                rotation,
                caller.isPerson(Role.LEARNER, rotation.learnerId()) || caller.is(Role.COORDINATOR));
    }

    private Rotation own(Caller caller, Rotation rotation, boolean allowed) {
        if (rotation.tenantId() != caller.tenantId() || !allowed) {
            throw audit.refuse(caller, "card", rotation.id());
        }
        return rotation;
    }
}
