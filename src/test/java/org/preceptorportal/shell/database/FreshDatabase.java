package org.preceptorportal.shell.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** An empty database with the portal's schema, for tests without a server. */
public final class FreshDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;

    private FreshDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    public static FreshDatabase in(Path folder) throws Exception {
        FreshDatabase fresh =
                new FreshDatabase(EmbeddedPostgres.start(folder, Path.of("target/postgres.jar")));
        Flyway.configure().dataSource(fresh.source()).load().migrate();
        return fresh;
    }

    public DataSource source() {
        return server.dataSource();
    }

    public void run(String... statements) {
        try (Connection c = source().getConnection();
                Statement s = c.createStatement()) {
            for (String sql : statements) {
                s.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first row, its columns joined by a blank; "" when there is none. */
    public String ask(String sql) {
        try (Connection c = source().getConnection();
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            if (!row.next()) {
                return "";
            }
            StringBuilder all = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                all.append(i == 1 ? "" : " ").append(row.getString(i));
            }
            return all.toString();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
