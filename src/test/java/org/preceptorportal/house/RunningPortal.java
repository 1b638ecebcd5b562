package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A portal as {@code ./portal up --detach} starts it, on a free port and in a fresh folder. */
public final class RunningPortal implements AutoCloseable {
    private final int port;
    private final Path data;
    private final Map<String, String> environment;
    private boolean up;

    private RunningPortal(Path data, Map<String, String> environment) {
        this.data = data.toAbsolutePath();
        this.port = freePort();
        this.environment = new TreeMap<>(environment);
        this.environment.put("PORTAL_PORT", Integer.toString(port));
        this.environment.put("PORTAL_DATA", this.data.toString());
    }

    /** With the demo season, sending its mails to a mailbox. */
    public static RunningPortal withDemo(Path data, Mailbox mailbox) {
        return withDemo(data, mailbox, Map.of());
    }

    /** The same with further settings. */
    public static RunningPortal withDemo(Path data, Mailbox mailbox, Map<String, String> more) {
        Map<String, String> environment =
                new TreeMap<>(
                        Map.of(
                                "PORTAL_DEMO", "true",
                                "PORTAL_SMTP_HOST", "127.0.0.1",
                                "PORTAL_SMTP_PORT", Integer.toString(mailbox.port()),
                                "PORTAL_SMTP_FROM", "portal@preceptorportal.example",
                                "PORTAL_SMTP_STARTTLS", "false"));
        environment.putAll(more);
        return fresh(data, environment);
    }

    /** Starts one in an empty folder. */
    public static RunningPortal fresh(Path data, Map<String, String> environment) {
        delete(data);
        RunningPortal portal = new RunningPortal(data, environment);
        portal.up();
        return portal;
    }

    /** Starts another one that shares what nodes share, see README; settings as {@link #fresh}. */
    public static RunningPortal beside(
            RunningPortal first, Path data, Map<String, String> environment) {
        delete(data);
        RunningPortal portal = new RunningPortal(data, environment);
        try {
            Files.createDirectories(data);
            for (String shared : List.of("blobs", "seal", "stepup")) {
                Path folder = first.data.resolve(shared);
                Files.createDirectories(folder);
                Files.createSymbolicLink(data.resolve(shared), folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        portal.up();
        return portal;
    }

    /** Starts it again after {@link #down} or {@link #kill}. */
    public void up() {
        believeTheBuild();
        PortalScript.Said said = PortalScript.run(environment, "up", "--detach");
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        up = true;
    }

    public void down() {
        PortalScript.Said said = PortalScript.run(environment, "down");
        up = false;
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }

    /** A command beside it. */
    public PortalScript.Said run(String... arguments) {
        return PortalScript.run(environment, arguments);
    }

    /** What a power cut does to the server. */
    public void kill() {
        try {
            long pid =
                    Long.parseLong(Files.readAllLines(data.resolve("portal.pid")).get(0).strip());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            server.destroyForcibly();
            server.onExit().join();
            up = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (up) {
            down();
        }
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /**
     * @param path with its slash
     */
    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** A new key of this account for the API, by the command line. */
    public String apiKey(String role, String email) {
        return made("api-key", "--role", role, "--email", email);
    }

    /** The same of a new account. */
    public String apiKeyOfNew(String role) {
        String email = role + "@elsewhere.example";
        made("account", "--role", role, "--email", email, "--name", "Elsewhere");
        return apiKey(role, email);
    }

    private String made(String... arguments) {
        PortalScript.Said said = PortalScript.run(environment, arguments);
        assertThat(said.exit()).as(said.err()).isZero();
        return said.lastLine();
    }

    /** Ends a key, by the command line. */
    public void revokeApiKey(String number) {
        PortalScript.Said said = PortalScript.run(environment, "api-key", "--revoke", number);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    /** The embedded database, for facts that no page shows. */
    public Connection database() {
        try {
            String databasePort =
                    Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + databasePort + "/portal",
                    "portal",
                    Files.readString(data.resolve("pg.password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as text; null if there is no row. */
    public String one(String sql) {
        try (Connection c = database();
                Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public Path log() {
        return data.resolve("logs/portal.log");
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The build made target/portal.war before these tests; the script shall not build again. */
    private static void believeTheBuild() {
        try {
            Files.writeString(Path.of("target/.built"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
