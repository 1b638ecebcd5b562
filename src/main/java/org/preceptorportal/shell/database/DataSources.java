package org.preceptorportal.shell.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Defines the one data source. It must be {@code java:global} for the batch job repository to see
 * it; and the repository must share it, so that a checkpoint and the work of its chunk commit
 * together.
 */
@DataSourceDefinition(
        name = DataSources.PORTAL,
        className = "org.preceptorportal.shell.database.PortalDataSource",
        url = "${MPCONFIG=portal.db.url}",
        user = "${MPCONFIG=portal.db.user}",
        password = "${MPCONFIG=portal.db.password}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 30,
        properties = {
            // Survives a restart of the database server.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            // Asked every time it would be every second question; no server restarts so quickly.
            "fish.payara.validate-atmost-once-period-in-seconds=2"
        })
@ApplicationScoped
public class DataSources {
    public static final String PORTAL = "java:global/jdbc/portal";
}
