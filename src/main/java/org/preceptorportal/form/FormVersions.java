package org.preceptorportal.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The institutions' own forms, drafts and published versions. */
@ApplicationScoped
public class FormVersions {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    Optional<FormVersion> get(long id) {
        return Optional.ofNullable(em.find(FormVersion.class, id));
    }

    Optional<FormVersion> getForChange(long id) {
        return Optional.ofNullable(em.find(FormVersion.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** All of an institution, newest version first, a draft before all of its form. */
    List<FormVersion> all(long tenantId) {
        return em.createQuery(
                        "select f from FormVersion f where f.tenantId = ?1"
                                + " order by f.code, f.number desc nulls first",
                        FormVersion.class)
                .setParameter(1, tenantId)
                .getResultList();
    }

    List<FormVersion> ofCode(long tenantId, String code) {
        return em.createQuery(
                        "select f from FormVersion f where f.tenantId = ?1 and f.code = ?2"
                                + " order by f.number desc nulls first",
                        FormVersion.class)
                .setParameter(1, tenantId)
                .setParameter(2, code)
                .getResultList();
    }

    Optional<FormVersion> published(long tenantId, String code, int number) {
        return em.createQuery(
                        "select f from FormVersion f where f.tenantId = ?1 and f.code = ?2 and"
                                + " f.number = ?3",
                        FormVersion.class)
                .setParameter(1, tenantId)
                .setParameter(2, code)
                .setParameter(3, number)
                .getResultStream()
                .findFirst();
    }

    /** Ids of the newest version of each form that is not retired. */
    List<Long> inUse(long tenantId) {
        return em.createQuery(
                        "select f.id from FormVersion f where f.tenantId = ?1 and f.number is not null"
                                + " and f.retiredAt is null and f.number = (select max(g.number) from"
                                + " FormVersion g where g.tenantId = f.tenantId and g.code = f.code)"
                                + " order by f.code",
                        Long.class)
                .setParameter(1, tenantId)
                .getResultList();
    }

    void add(FormVersion draft) {
        em.persist(draft);
        em.flush();
    }

    void remove(FormVersion draft) {
        em.remove(draft);
    }

    /** Two coordinators who publish at once would not see each other's form. */
    void lockInstitution(long tenantId) {
        em.createNativeQuery("select id from tenant where id = ? for update")
                .setParameter(1, tenantId)
                .getResultList();
    }

    void flush() {
        em.flush();
    }
}
