package org.preceptorportal.shell.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL that is not the portal's own: for tests with an external database. */
public final class OtherPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final String password = UUID.randomUUID().toString();

    /** Starts the server in a folder and makes a role and an empty database of its own. */
    public OtherPostgres(Path folder) throws Exception {
        server = EmbeddedPostgres.start(folder, Path.of("target/postgres.jar"));
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        String root = Files.readString(folder.resolve("pg.password")).strip();
        try (Connection c = DriverManager.getConnection(url, "postgres", root);
                Statement statement = c.createStatement()) {
            statement.execute("create role elsewhere login password '" + password + "'");
            statement.execute("create database elsewhere owner elsewhere");
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/elsewhere";
    }

    public String user() {
        return "elsewhere";
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        server.stop();
    }
}
