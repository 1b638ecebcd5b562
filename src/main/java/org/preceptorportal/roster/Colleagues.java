package org.preceptorportal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** The preceptors of the caller's institution, to choose one from. */
@ApplicationScoped
public class Colleagues {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject AuditTrail audit;

    /**
     * @param words part of a name, without regard to accents; when blank, those at the same site as
     *     the given preceptor
     * @param of who is left out
     */
    public List<Colleague> find(Caller caller, String words, long of, int most) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT, Role.COORDINATOR)) {
            throw audit.refuse(caller, "preceptors", caller.tenantId());
        }
        String part = plain(words == null ? "" : words);
        return em.createQuery(
                        "select p.id, p.fullName, p.credentials, p.specialty, s.name"
                                + " from Preceptor p join Site s on s.id = p.siteId"
                                + " where p.tenantId = :tenant and p.id <> :of"
                                + " and ((:part <> '' and function('plain_name', p.fullName) like :like)"
                                + " or (:part = '' and p.siteId = (select q.siteId from Preceptor q where q.id = :of)))"
                                + " order by p.fullName, p.id",
                        Object[].class)
                .setParameter("tenant", caller.tenantId())
                .setParameter("of", of)
                .setParameter("part", part)
                .setParameter("like", "%" + part.replaceAll("[%_\\\\]", "") + "%")
                .setMaxResults(most)
                .getResultStream()
                .map(
                        c ->
                                new Colleague(
                                        (Long) c[0],
                                        c[2] == null ? (String) c[1] : c[1] + ", " + c[2],
                                        (String) c[3],
                                        (String) c[4]))
                .toList();
    }

    /** As the database's plain_name. */
    static String plain(String words) {
        return Normalizer.normalize(words.strip(), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT);
    }
}
