package org.preceptorportal.shell.health;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.preceptorportal.shell.database.DataSources;
import org.preceptorportal.shell.database.Migration;

/** The database answers, with the schema that this portal was written for. */
@ApplicationScoped
public class DatabaseProbe implements Probe {
    @Resource(lookup = DataSources.PORTAL)
    DataSource database;

    @EJB Migration migration;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void check() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1")) {
            String present = rows.next() ? rows.getString(1) : "none";
            if (!present.equals(migration.version())) {
                throw new IllegalStateException(
                        "schema version %s, not %s".formatted(present, migration.version()));
            }
        }
    }
}
