package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.stream.Collectors;
import org.preceptorportal.form.FormUse;

/** Counts the evaluations on each form version, for the coordinator's list of forms. */
@ApplicationScoped
public class AnsweredForms implements FormUse {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Override
    public Map<String, Long> answered(long tenantId) {
        return em.createQuery(
                        "select e.form, e.formVersion, count(e) from Evaluation e where e.tenantId ="
                                + " ?1 group by e.form, e.formVersion",
                        Object[].class)
                .setParameter(1, tenantId)
                .getResultStream()
                .collect(Collectors.toMap(row -> row[0] + "-" + row[1], row -> (Long) row[2]));
    }
}
