package org.preceptorportal.shell.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

/**
 * The database of a running portal, for commands that run beside it: the configured server ({@code
 * portal.db.url}, {@code portal.db.user}, {@code portal.db.password} or the environment), or the
 * embedded one, found through {@code portal.data}.
 */
public final class RunningDatabase {
    private RunningDatabase() {}

    /**
     * @throws SQLException with a sentence for the person at the keyboard, if nothing answers
     */
    public static Connection open() throws SQLException {
        String url = configured("portal.db.url", PortalDataSource.EMBEDDED);
        if (PortalDataSource.EMBEDDED.equals(url)) {
            return EmbeddedPostgres.running(DataFolder.path()).getConnection();
        }
        return DriverManager.getConnection(
                url, configured("portal.db.user", "portal"), configured("portal.db.password", ""));
    }

    private static String configured(String name, String preset) {
        String variable = System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT));
        return System.getProperty(name, Objects.requireNonNullElse(variable, preset));
    }
}
