package org.preceptorportal.letterhead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.picture.PagePictures;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.Letterhead;
import org.preceptorportal.reports.Logo;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.reports.UnreadableLogo;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.store.Blobs;

/** Preceptors, who assists them, and coordinators keep letterheads (LH-1, LH-5). */
@ApplicationScoped
public class LetterheadKeeping {
    /** Dots an inch of the picture of a head; sharp on a phone too. */
    private static final int DPI = 144;

    /** Where a head stands on its sheet, in points from the top. */
    private static final int ABOVE = 36;

    private static final int BELOW = 132;

    @Inject Letterheads letterheads;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject LetterPrinter printer;
    @Inject PagePictures pictures;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * A letterhead in a list.
     *
     * @param shared by a site's preceptors
     * @param usual for the caller's letters
     * @param mine the caller may change it
     */
    public record Shown(
            long id,
            LetterheadFacts facts,
            boolean logo,
            boolean shared,
            boolean usual,
            boolean mine)
            implements Serializable {}

    /** A place whose preceptors may share a letterhead. */
    public record Place(long id, String name, boolean taken) implements Serializable {}

    /** A preceptor's: their own and the one they share. A coordinator's: every shared one. */
    @Transactional
    public List<Shown> list(Caller caller) {
        if (caller.is(Role.COORDINATOR)) {
            return letterheads.shared(caller.tenantId()).stream()
                    .map(kept -> shown(caller, kept, Optional.empty()))
                    .toList();
        }
        long preceptor = preceptor(caller).id();
        Optional<KeptLetterhead> usual = letterheads.usual(preceptor);
        return letterheads.offered(preceptor).stream()
                .map(kept -> shown(caller, kept, usual))
                .toList();
    }

    private static Shown shown(Caller caller, KeptLetterhead kept, Optional<KeptLetterhead> usual) {
        return new Shown(
                kept.id(),
                kept.facts(),
                kept.logo().isPresent(),
                kept.isShared(),
                usual.filter(u -> u.id().equals(kept.id())).isPresent(),
                kept.isKeptBy(caller));
    }

    /** One that the caller may change. */
    @Transactional
    public Shown get(Caller caller, long id) {
        return shown(caller, mine(caller, id, letterheads.find(id)), Optional.empty());
    }

    /** What a new one may begin with: what the rosters say. */
    @Transactional
    public LetterheadFacts beginning(Caller caller, Long siteId) {
        if (caller.is(Role.COORDINATOR)) {
            Site site = siteId == null ? null : site(caller, siteId);
            return site == null
                    ? new LetterheadFacts(null, null, null, null)
                    : new LetterheadFacts(
                            site.name(),
                            String.join("\n", Letterheads.lines(site)),
                            site.phone(),
                            null);
        }
        Letterhead head = letterheads.fromRecords(preceptor(caller));
        return new LetterheadFacts(
                head.institution(),
                String.join("\n", head.addressLines()),
                head.phone(),
                head.email());
    }

    /** The sites of a coordinator's institution. */
    @Transactional
    public List<Place> places(Caller caller) {
        if (!caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "letterhead", "places");
        }
        return sites.all(caller.tenantId()).stream()
                .map(
                        site ->
                                new Place(
                                        site.id(),
                                        site.name(),
                                        letterheads.ofSite(site.id()).isPresent()))
                .toList();
    }

    /**
     * @param siteId whose preceptors will share it; null for a personal one
     * @param logo a file as it was uploaded, or null
     * @throws LetterheadNotPossible when something is missing, the logo cannot be read, or the site
     *     has one already
     */
    @Transactional
    public long add(Caller caller, Long siteId, LetterheadFacts facts, byte[] logo) {
        KeptLetterhead kept;
        if (caller.is(Role.COORDINATOR)) {
            if (siteId == null) {
                throw new LetterheadNotPossible("site");
            }
            if (letterheads.ofSite(site(caller, siteId).id()).isPresent()) {
                throw new LetterheadNotPossible("taken");
            }
            kept = KeptLetterhead.shared(caller.tenantId(), siteId, facts);
        } else {
            kept = KeptLetterhead.personal(caller.tenantId(), preceptor(caller).id(), facts);
        }
        show(kept, logo);
        needPrintable(facts);
        letterheads.add(kept);
        audit.record(caller, "letterhead.added", "letterhead", kept.id(), "");
        return kept.id();
    }

    /**
     * @param logo a file as it was uploaded; null leaves the logo as it is
     * @throws LetterheadNotPossible as {@link #add}
     */
    @Transactional
    public void change(Caller caller, long id, LetterheadFacts facts, byte[] logo) {
        KeptLetterhead kept = mine(caller, id, letterheads.findForChange(id));
        kept.say(facts);
        show(kept, logo);
        needPrintable(facts);
        audit.record(caller, "letterhead.changed", "letterhead", id, "");
    }

    @Transactional
    public void removeLogo(Caller caller, long id) {
        mine(caller, id, letterheads.findForChange(id)).showNone();
        audit.record(caller, "letterhead.changed", "letterhead", id, "");
    }

    /** Drafts on it keep it (LH-4). */
    @Transactional
    public void remove(Caller caller, long id) {
        mine(caller, id, letterheads.findForChange(id)).remove(clock.instant());
        audit.record(caller, "letterhead.removed", "letterhead", id, "");
    }

    /** The caller's letters have this one unless another is chosen. */
    @Transactional
    public void makeUsual(Caller caller, long id) {
        long preceptor = preceptor(caller).id();
        if (!letterheads.offers(preceptor, id)) {
            throw audit.refuse(caller, "letterhead", id);
        }
        letterheads.makeUsual(preceptor, id);
        audit.record(caller, "letterhead.usual", "letterhead", id, "");
    }

    /**
     * How a head will look, as PNG.
     *
     * @param id whose logo is shown; null for none
     * @throws LetterheadNotPossible when a character is in none of our fonts
     */
    @Transactional
    public byte[] picture(Caller caller, Long id, LetterheadFacts facts) {
        Optional<Logo> logo =
                id == null
                        ? Optional.empty()
                        : letterheads.logo(mine(caller, id, letterheads.find(id)));
        return picture(head(caller, facts, logo));
    }

    /** How one of the caller's list looks, as PNG. */
    @Transactional
    public byte[] picture(Caller caller, long id) {
        KeptLetterhead kept =
                letterheads
                        .find(id)
                        .filter(h -> h.isKeptBy(caller) || isOffered(caller, h))
                        .orElseThrow(() -> audit.refuse(caller, "letterhead", id));
        return picture(head(caller, kept.facts(), letterheads.logo(kept)));
    }

    private boolean isOffered(Caller caller, KeptLetterhead kept) {
        return caller.is(Role.PRECEPTOR, Role.ASSISTANT)
                && letterheads.offers(preceptor(caller).id(), kept.id());
    }

    /** Also of one that is still being filled in. */
    private Letterhead head(Caller caller, LetterheadFacts facts, Optional<Logo> logo) {
        LetterheadFacts named =
                facts.institution() != null
                        ? facts
                        : new LetterheadFacts("–", facts.address(), facts.phone(), facts.email());
        return caller.is(Role.COORDINATOR)
                ? new Letterhead(
                        named.institution(),
                        named.addressLines(),
                        named.phone(),
                        named.email(),
                        logo)
                : letterheads.drawn(named, logo, preceptor(caller));
    }

    private byte[] picture(Letterhead head) {
        try {
            return pictures.strip(printer.head(head), DPI, ABOVE, BELOW);
        } catch (UnprintableText e) {
            throw new LetterheadNotPossible("symbol", e.characterName());
        }
    }

    private void needPrintable(LetterheadFacts facts) {
        try {
            printer.head(
                    new Letterhead(
                            facts.institution(),
                            facts.addressLines(),
                            facts.phone(),
                            facts.email()));
        } catch (UnprintableText e) {
            throw new LetterheadNotPossible("symbol", e.characterName());
        }
    }

    private void show(KeptLetterhead kept, byte[] logo) {
        if (logo == null || logo.length == 0) {
            return;
        }
        try {
            kept.show(blobs.put(Logo.read(logo).bytes()).sha256());
        } catch (UnreadableLogo e) {
            throw new LetterheadNotPossible("logo." + e.reason().name());
        }
    }

    private KeptLetterhead mine(Caller caller, long id, Optional<KeptLetterhead> found) {
        return found.filter(kept -> kept.isKeptBy(caller))
                .orElseThrow(() -> audit.refuse(caller, "letterhead", id));
    }

    private Site site(Caller caller, long id) {
        return sites.find(id)
                .filter(site -> site.tenantId() == caller.tenantId())
                .orElseThrow(() -> audit.refuse(caller, "site", id));
    }

    private Preceptor preceptor(Caller caller) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            throw audit.refuse(caller, "letterhead", "list");
        }
        return preceptors.get(caller.personId());
    }
}
