package org.preceptorportal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The institutions of this portal. */
@ApplicationScoped
public class Tenants {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Transactional
    public Tenant add(Tenant tenant) {
        em.persist(tenant);
        em.flush();
        return tenant;
    }

    public Tenant get(long id) {
        Tenant tenant = em.find(Tenant.class, id);
        if (tenant == null) {
            throw new NotForCaller("institution");
        }
        return tenant;
    }

    public Optional<Tenant> byCode(String code) {
        return em.createQuery("select t from Tenant t where t.code = :code", Tenant.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** In a transaction: without one, a tick would be given the start's entity manager, closed. */
    @Transactional
    public List<Tenant> all() {
        return em.createQuery("select t from Tenant t order by t.id", Tenant.class).getResultList();
    }
}
