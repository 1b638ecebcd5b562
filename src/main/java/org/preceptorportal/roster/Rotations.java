package org.preceptorportal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.shell.NotForCaller;

/** Who rotated with whom, where and when. */
@ApplicationScoped
public class Rotations {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * @throws NotForCaller when there is none with this id
     */
    public Rotation get(long id) {
        return find(id).orElseThrow(() -> new NotForCaller("rotation"));
    }

    public Optional<Rotation> find(long id) {
        return Optional.ofNullable(em.find(Rotation.class, id));
    }

    /**
     * Brings a rotation with its people and places into the running transaction, so that asking for
     * each of them asks the database no more.
     */
    public void bring(long id) {
        em.createQuery(
                        "select r, l, p, s, t from Rotation r, Learner l, Preceptor p, Site s, Site t"
                                + " where r.id = ?1 and l.id = r.learnerId and p.id = r.preceptorId"
                                + " and s.id = r.siteId and t.id = p.siteId",
                        Object[].class)
                .setParameter(1, id)
                .getResultList();
    }

    public Optional<Rotation> byCode(long tenantId, String code) {
        return one(
                "select x from Rotation x where x.tenantId = ?1 and x.code = ?2", tenantId, code);
    }

    public List<Rotation> all(long tenantId) {
        return list("select x from Rotation x where x.tenantId = ?1 order by x.id", tenantId);
    }

    public List<Rotation> ofPreceptor(long preceptorId) {
        return list(
                "select x from Rotation x where x.preceptorId = ?1 order by x.endDate desc, x.id",
                preceptorId);
    }

    public List<Rotation> ofLearner(long learnerId) {
        return list(
                "select x from Rotation x where x.learnerId = ?1 order by x.endDate desc, x.id",
                learnerId);
    }

    private Optional<Rotation> one(String query, Object... values) {
        return list(query, values).stream().findFirst();
    }

    private List<Rotation> list(String query, Object... values) {
        var typed = em.createQuery(query, Rotation.class);
        for (int i = 0; i < values.length; i++) {
            typed.setParameter(i + 1, values[i]);
        }
        return typed.getResultList();
    }
}
