package org.preceptorportal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.QrPath;
import org.preceptorportal.shell.Role;

/** Cards ready to be printed, one or a whole site's. */
@ApplicationScoped
public class CardPrinting {
    /** Cards in one go: what a person cuts out and hands over on a day. */
    static final int MOST = 100;

    @Inject Cards cards;
    @Inject RotationCards rotationCards;
    @Inject Rotations rotations;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /**
     * The rotation's newest card; made when there never was one.
     *
     * @throws NotForCaller for anybody but those of CA-4
     */
    @Transactional
    public PrintedCard one(Caller caller, long rotationId) {
        return printed(caller, cards.of(caller, rotationId));
    }

    /**
     * The cards that still work of all rotations at a site that touch a span of days.
     *
     * @throws NotForCaller for anybody but the institution's coordinator
     * @throws TooManyCards when there are more than {@value #MOST}
     */
    @Transactional
    public List<PrintedCard> many(Caller caller, long siteId, LocalDate from, LocalDate until) {
        Site site = sites.get(siteId);
        if (site.tenantId() != caller.tenantId() || !caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "cards", siteId);
        }
        List<Long> found = rotationCards.rotationsAt(siteId, from, until, MOST + 1);
        if (found.size() > MOST) {
            throw new TooManyCards(MOST);
        }
        return found.stream()
                .map(id -> printed(caller, cards.of(caller, id)))
                .filter(PrintedCard::works)
                .toList();
    }

    private PrintedCard printed(Caller caller, Card card) {
        Rotation rotation = rotations.get(card.rotationId());
        Learner learner = learners.get(rotation.learnerId());
        Site site = sites.get(rotation.siteId());
        LocalDate today = LocalDate.now(clock.withZone(site.timeZone()));
        String address = baseUrl + "/evaluation/encounter?card=" + card.code();
        return new PrintedCard(
                rotation.id(),
                learner.fullName(),
                learner.latinName(),
                preceptors.get(rotation.preceptorId()).signatureName(),
                rotation.type(),
                rotation.specialty(),
                site.name(),
                rotation.startDate(),
                rotation.endDate(),
                card.until(),
                !card.revoked() && !today.isAfter(card.until()),
                caller.is(Role.COORDINATOR, Role.LEARNER),
                address,
                QrPath.of(address));
    }
}
