package org.preceptorportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A portal for one measurement: on a free port, in a fresh data folder, gone when closed or when
 * the program is interrupted.
 */
public final class OwnPortal implements AutoCloseable {
    /**
     * For {@code _JAVA_OPTIONS}, which come after what the script says, and win: a demo portal
     * compiles little and tidies up on one core, one that runs for months does neither.
     */
    static final String AS_IN_PRODUCTION =
            "-XX:TieredStopAtLevel=4 -XX:-UseSerialGC -XX:+UseParallelGC";

    private final int port;
    private final Path data;
    private final Map<String, String> environment;
    private final Thread atExit = new Thread(this::stop);

    private OwnPortal(Path data, int port, Map<String, String> environment) {
        this.port = port;
        this.data = data;
        this.environment = new HashMap<>(environment);
    }

    /** One that somebody else started and will stop. */
    public static OwnPortal on(Path data, int port, Map<String, String> environment) {
        return new OwnPortal(data, port, environment);
    }

    /**
     * Starts one and waits until it is ready, one to three minutes. A portal that does not start
     * ends the program with its exit code.
     *
     * @param environment settings as for {@code ./portal up}, for instance PORTAL_DEMO
     */
    public static OwnPortal start(Map<String, String> environment) {
        // The script makes the folder, so that the database's own user may pass.
        Path data =
                Path.of(System.getProperty("java.io.tmpdir"), "portal-bench-" + UUID.randomUUID());
        OwnPortal portal = new OwnPortal(data, freePort(), environment);
        System.out.println("Starting a portal of its own on port " + portal.port + " ...");
        Runtime.getRuntime().addShutdownHook(portal.atExit);
        int exit = portal.script("up", "--detach");
        if (exit != 0) {
            System.exit(exit);
        }
        return portal;
    }

    /** Starts it again after a {@link #kill}, by itself or of its database. */
    public void up() {
        int exit = script("up", "--detach");
        if (exit != 0) {
            throw new IllegalStateException("The portal did not start again\n" + complaints());
        }
    }

    /** From its next start on. */
    public void set(String name, String value) {
        environment.put(name, value);
    }

    /** Its process. */
    public ProcessHandle process() {
        return process(data.resolve("portal.pid"));
    }

    /** Its database's first process. */
    public ProcessHandle databaseProcess() {
        return process(data.resolve("pg/postmaster.pid"));
    }

    private static ProcessHandle process(Path note) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(note).get(0).strip()))
                    .orElseThrow(() -> new IllegalStateException("it does not run: " + note));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What kill -9 does; waits until the process is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** A new key of this account for the API. */
    public String apiKey(String role, String email) {
        List<String> said = new ArrayList<>();
        if (script(said, "api-key", "--role", role, "--email", email) != 0) {
            throw new IllegalStateException("No key was made: " + said);
        }
        return said.get(said.size() - 1).strip();
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

    /** A connection to its database; the caller closes it. */
    public Connection database() {
        try {
            String databasePort =
                    Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:"
                            + databasePort
                            + "/portal?reWriteBatchedInserts=true",
                    "portal",
                    Files.readString(data.resolve("pg.password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What its log complains of, shortened; for a measurement that fails. */
    public String complaints() {
        try (Stream<String> log = Files.lines(data.resolve("logs/portal.log"))) {
            return log.filter(line -> line.contains("SEVERE") || line.contains("Caused by"))
                    .map(line -> line.substring(0, Math.min(300, line.length())))
                    .limit(20)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        script("down");
        if (Files.exists(data)) {
            delete(data);
        }
    }

    /** Deletes a folder and all in it. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int script(String... arguments) {
        List<String> said = new ArrayList<>();
        int exit = script(said, arguments);
        if (exit != 0) {
            said.forEach(System.err::println);
        }
        return exit;
    }

    private int script(List<String> lines, String... arguments) {
        try {
            Path said = Files.createTempFile("portal-bench", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(
                            Stream.concat(Stream.of("./portal"), List.of(arguments).stream())
                                    .toList());
            builder.redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
            builder.environment().putAll(environment);
            builder.environment().put("PORTAL_PORT", Integer.toString(port));
            builder.environment().put("PORTAL_DATA", data.toString());
            Process process = builder.start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            Files.readAllLines(said).stream().filter(l -> !l.isBlank()).forEach(lines::add);
            Files.delete(said);
            return exit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
