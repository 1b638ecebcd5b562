package org.preceptorportal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.shell.NotForCaller;

/** The places of an institution. */
@ApplicationScoped
public class Sites {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * @throws NotForCaller when there is none with this id
     */
    public Site get(long id) {
        return find(id).orElseThrow(() -> new NotForCaller("site"));
    }

    public Optional<Site> find(long id) {
        return Optional.ofNullable(em.find(Site.class, id));
    }

    public Optional<Site> byCode(long tenantId, String code) {
        return one("select x from Site x where x.tenantId = ?1 and x.code = ?2", tenantId, code);
    }

    public List<Site> all(long tenantId) {
        return list("select x from Site x where x.tenantId = ?1 order by x.id", tenantId);
    }

    private Optional<Site> one(String query, Object... values) {
        return list(query, values).stream().findFirst();
    }

    private List<Site> list(String query, Object... values) {
        var typed = em.createQuery(query, Site.class);
        for (int i = 0; i < values.length; i++) {
            typed.setParameter(i + 1, values[i]);
        }
        return typed.getResultList();
    }
}
