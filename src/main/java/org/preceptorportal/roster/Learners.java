package org.preceptorportal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.shell.NotForCaller;

/** The learners of an institution. */
@ApplicationScoped
public class Learners {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * @throws NotForCaller when there is none with this id
     */
    public Learner get(long id) {
        return find(id).orElseThrow(() -> new NotForCaller("learner"));
    }

    public Optional<Learner> find(long id) {
        return Optional.ofNullable(em.find(Learner.class, id));
    }

    public Optional<Learner> byCode(long tenantId, String code) {
        return one("select x from Learner x where x.tenantId = ?1 and x.code = ?2", tenantId, code);
    }

    public List<Learner> all(long tenantId) {
        return list("select x from Learner x where x.tenantId = ?1 order by x.id", tenantId);
    }

    /**
     * Those whose name has these words in it, by name.
     *
     * @param words without regard to accents and case; nobody when blank
     */
    public List<Learner> named(long tenantId, String words, int most) {
        String part = Colleagues.plain(words == null ? "" : words).replaceAll("[%_\\\\]", "");
        return part.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select x from Learner x where x.tenantId = ?1 and"
                                        + " (function('plain_name', x.fullName) like ?2"
                                        + " or function('plain_name', x.latinName) like ?2)"
                                        + " order by x.fullName, x.id",
                                Learner.class)
                        .setParameter(1, tenantId)
                        .setParameter(2, "%" + part + "%")
                        .setMaxResults(most)
                        .getResultList();
    }

    /** Those with these ids, in no order. */
    public List<Learner> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select x from Learner x where x.id in ?1", Learner.class)
                        .setParameter(1, ids)
                        .getResultList();
    }

    /** Over all institutions: a person who forgot which portal wrote to them still gets a link. */
    public List<Learner> byEmail(String email) {
        return list(
                "select x from Learner x where x.email = ?1",
                email.strip().toLowerCase(java.util.Locale.ROOT));
    }

    private Optional<Learner> one(String query, Object... values) {
        return list(query, values).stream().findFirst();
    }

    private List<Learner> list(String query, Object... values) {
        var typed = em.createQuery(query, Learner.class);
        for (int i = 0; i < values.length; i++) {
            typed.setParameter(i + 1, values[i]);
        }
        return typed.getResultList();
    }
}
