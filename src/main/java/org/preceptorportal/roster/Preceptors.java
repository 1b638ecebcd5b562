package org.preceptorportal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.preceptorportal.shell.NotForCaller;

/** The preceptors of an institution; {@code byCode} takes the NPI. */
@ApplicationScoped
public class Preceptors {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * @throws NotForCaller when there is none with this id
     */
    public Preceptor get(long id) {
        return find(id).orElseThrow(() -> new NotForCaller("preceptor"));
    }

    public Optional<Preceptor> find(long id) {
        return Optional.ofNullable(em.find(Preceptor.class, id));
    }

    public Optional<Preceptor> byCode(long tenantId, String code) {
        return one(
                "select x from Preceptor x where x.tenantId = ?1 and x.npi = ?2", tenantId, code);
    }

    public List<Preceptor> all(long tenantId) {
        return list("select x from Preceptor x where x.tenantId = ?1 order by x.id", tenantId);
    }

    /** The time zone of each preceptor's site. */
    public Map<Long, ZoneId> zones(long tenantId) {
        return em.createQuery(
                        "select p.id, s.timeZone from Preceptor p join Site s on s.id = p.siteId"
                                + " where p.tenantId = ?1",
                        Object[].class)
                .setParameter(1, tenantId)
                .getResultStream()
                .collect(Collectors.toMap(c -> (Long) c[0], c -> ZoneId.of((String) c[1])));
    }

    /** Over all institutions: a person who forgot which portal wrote to them still gets a link. */
    public List<Preceptor> byEmail(String email) {
        return list(
                "select x from Preceptor x where x.email = ?1",
                email.strip().toLowerCase(java.util.Locale.ROOT));
    }

    private Optional<Preceptor> one(String query, Object... values) {
        return list(query, values).stream().findFirst();
    }

    private List<Preceptor> list(String query, Object... values) {
        var typed = em.createQuery(query, Preceptor.class);
        for (int i = 0; i < values.length; i++) {
            typed.setParameter(i + 1, values[i]);
        }
        return typed.getResultList();
    }
}
