package org.preceptorportal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.shell.NotForCaller;

/** The residency programs an institution works with. */
@ApplicationScoped
public class Programs {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * @throws NotForCaller when there is none with this id
     */
    public Program get(long id) {
        return find(id).orElseThrow(() -> new NotForCaller("program"));
    }

    public Optional<Program> find(long id) {
        return Optional.ofNullable(em.find(Program.class, id));
    }

    public Optional<Program> byCode(long tenantId, String code) {
        return one("select x from Program x where x.tenantId = ?1 and x.code = ?2", tenantId, code);
    }

    public List<Program> all(long tenantId) {
        return list("select x from Program x where x.tenantId = ?1 order by x.id", tenantId);
    }

    private Optional<Program> one(String query, Object... values) {
        return list(query, values).stream().findFirst();
    }

    private List<Program> list(String query, Object... values) {
        var typed = em.createQuery(query, Program.class);
        for (int i = 0; i < values.length; i++) {
            typed.setParameter(i + 1, values[i]);
        }
        return typed.getResultList();
    }
}
