package org.preceptorportal.shell;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A portal without a demo season begins with one institution, so that rosters can be imported.
 * {@code portal.institution.name} and {@code portal.institution.zone} count at that first start
 * only.
 */
@Singleton
@Startup
@DependsOn("Migration")
public class FirstInstitution {
    private static final String CODE = "main";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    @ConfigProperty(name = "portal.demo", defaultValue = "false")
    boolean demo;

    @Inject
    @ConfigProperty(name = "portal.institution.name", defaultValue = "Our institution")
    String name;

    @Inject
    @ConfigProperty(name = "portal.institution.zone", defaultValue = "America/New_York")
    String zone;

    @PostConstruct
    void ensure() {
        if (demo) {
            return;
        }
        // One statement: several nodes may start at once.
        em.createNativeQuery(
                        "insert into tenant (id, code, name, time_zone, demo)"
                                + " select nextval('portal_id'), ?1, ?2, ?3, false"
                                + " where not exists (select from tenant) on conflict do nothing")
                .setParameter(1, CODE)
                .setParameter(2, name)
                .setParameter(3, ZoneId.of(zone).getId())
                .executeUpdate();
    }
}
