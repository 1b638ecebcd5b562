package org.preceptorportal.shell.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings the schema up to date before the portal serves, and stops the embedded database after
 * everything that says {@code @DependsOn("Migration")} is gone (DB-1).
 */
@Singleton(name = "Migration")
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {
    private static final Logger LOG = Logger.getLogger(Migration.class.getName());

    @Resource(lookup = DataSources.PORTAL)
    private DataSource dataSource;

    private String version;

    /**
     * @throws IllegalStateException if the database was migrated by a newer portal (DB-4)
     */
    @PostConstruct
    void migrate() {
        Flyway flyway =
                Flyway.configure(Migration.class.getClassLoader()).dataSource(dataSource).load();
        int steps = flyway.migrate().migrationsExecuted;
        MigrationVersion present = flyway.info().current().getVersion();
        MigrationVersion known = newestKnown(flyway);
        if (present.isNewerThan(known.getVersion())) {
            throw new IllegalStateException(
                    "The database has schema version %s; this portal knows only %s. Use the newer portal."
                            .formatted(present, known));
        }
        version = present.getVersion();
        LOG.info(() -> "Schema version %s, %d migrations run".formatted(version, steps));
        noteVersion();
    }

    private static MigrationVersion newestKnown(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(info -> !info.getState().name().startsWith("FUTURE"))
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** {@code ./portal} reads it, to refuse an older portal before it starts. */
    private void noteVersion() {
        Path data = DataFolder.path();
        try {
            Files.createDirectories(data);
            Files.writeString(data.resolve("version"), version + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write below " + data, e);
        }
    }

    /** The schema version this portal was written for, as Flyway names it. */
    public String version() {
        return version;
    }

    @PreDestroy
    void stop() {
        EmbeddedPostgres.stopOfThisPortal();
    }
}
