package org.preceptorportal.letterhead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.reports.Letterhead;
import org.preceptorportal.reports.Logo;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.store.Blobs;

/** What letters are printed on. Callers answer for who may see it. */
@ApplicationScoped
public class Letterheads {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject Blobs blobs;

    /**
     * The head of an author's letter.
     *
     * @param chosen a letterhead's id; null for the author's usual one (LH-1)
     */
    public Letterhead of(long preceptorId, Long chosen) {
        Preceptor author = preceptors.get(preceptorId);
        return (chosen == null ? usual(author) : find(chosen))
                .map(kept -> drawn(kept.facts(), logo(kept), author))
                .orElseGet(() -> fromRecords(author));
    }

    /** What a preceptor may choose from: personal ones first, then the one they share. */
    public List<KeptLetterhead> offered(long preceptorId) {
        return em.createQuery(
                        "select h from KeptLetterhead h where h.removedAt is null and (h.preceptorId"
                                + " = :preceptor or h.siteId = :site) order by h.preceptorId, h.id",
                        KeptLetterhead.class)
                .setParameter("preceptor", preceptorId)
                .setParameter("site", preceptors.get(preceptorId).siteId())
                .getResultList();
    }

    /** Which of {@link #offered} a letter has without a choice; empty: from the records. */
    public Optional<KeptLetterhead> usual(long preceptorId) {
        return usual(preceptors.get(preceptorId));
    }

    /** True for what this preceptor may put a letter on. */
    public boolean offers(long preceptorId, long letterheadId) {
        return offered(preceptorId).stream().anyMatch(h -> h.id() == letterheadId);
    }

    private Optional<KeptLetterhead> usual(Preceptor author) {
        List<KeptLetterhead> offered = offered(author.id());
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        UsualLetterhead usual = em.find(UsualLetterhead.class, author.id());
        return offered.stream()
                .filter(h -> usual != null && h.id() == usual.letterheadId())
                .findFirst()
                .or(() -> offered.stream().filter(KeptLetterhead::isShared).findFirst());
    }

    /** As an author's letter shows it: what a shared one leaves out is the author's own (LH-2). */
    Letterhead drawn(LetterheadFacts facts, Optional<Logo> logo, Preceptor author) {
        return new Letterhead(
                facts.institution(),
                facts.addressLines(),
                facts.phone() == null ? phone(author) : facts.phone(),
                facts.email() == null ? author.email() : facts.email(),
                logo);
    }

    /** What the rosters say; it needs no keeping. */
    Letterhead fromRecords(Preceptor author) {
        Site site = sites.get(author.siteId());
        return new Letterhead(site.name(), lines(site), phone(author), author.email());
    }

    static List<String> lines(Site site) {
        return List.of(site.street(), site.city() + ", " + site.state() + " " + site.postalCode());
    }

    private String phone(Preceptor author) {
        String own = author.phone();
        return own == null || own.isBlank() ? sites.get(author.siteId()).phone() : own;
    }

    Optional<Logo> logo(KeptLetterhead kept) {
        return kept.logo().map(name -> new Logo(blobs.read(name)));
    }

    Optional<KeptLetterhead> find(long id) {
        return Optional.ofNullable(em.find(KeptLetterhead.class, id));
    }

    Optional<KeptLetterhead> findForChange(long id) {
        return Optional.ofNullable(
                em.find(KeptLetterhead.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<KeptLetterhead> ofSite(long siteId) {
        return em.createQuery(
                        "select h from KeptLetterhead h where h.removedAt is null and h.siteId = ?1",
                        KeptLetterhead.class)
                .setParameter(1, siteId)
                .getResultStream()
                .findFirst();
    }

    /** Every shared one of an institution. */
    List<KeptLetterhead> shared(long tenantId) {
        return em.createQuery(
                        "select h from KeptLetterhead h where h.removedAt is null and h.tenantId = ?1"
                                + " and h.siteId is not null order by h.institution, h.id",
                        KeptLetterhead.class)
                .setParameter(1, tenantId)
                .getResultList();
    }

    void add(KeptLetterhead kept) {
        em.persist(kept);
        em.flush();
    }

    void makeUsual(long preceptorId, long letterheadId) {
        UsualLetterhead usual = em.find(UsualLetterhead.class, preceptorId);
        if (usual == null) {
            em.persist(new UsualLetterhead(preceptorId, letterheadId));
        } else {
            usual.become(letterheadId);
        }
    }
}
