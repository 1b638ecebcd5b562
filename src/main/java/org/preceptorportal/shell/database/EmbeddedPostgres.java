package org.preceptorportal.shell.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of our own, kept in a data folder:
 *
 * <pre>
 * pg-bin/&lt;checksum&gt;   the server, unpacked from the platform's jar
 * pg/                   the database cluster
 * pg.password           random, for the roles postgres and portal
 * pg.lock               held while a portal uses the folder
 * logs/postgres.log
 * </pre>
 *
 * <p>It runs in a session of its own, so that Ctrl-C in a terminal reaches the portal first and the
 * database last. A portal that was killed leaves it running; the next {@link #start} on the same
 * folder takes it over.
 */
final class EmbeddedPostgres {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class.getName());
    private static final String NAME = "portal";
    private static EmbeddedPostgres ofThisPortal;

    private final Path data;
    private final Path cluster;
    private final Path log;
    private final ServerUser serverUser;
    private final FileChannel lock;
    private final int port;
    private final String password;

    /** The database of the running portal, started when first asked for. */
    static synchronized DataSource ofThisPortal() throws SQLException {
        if (ofThisPortal == null) {
            Path jar = Path.of(System.getProperty("portal.postgres", "target/postgres.jar"));
            ofThisPortal = start(DataFolder.path(), jar);
        }
        return ofThisPortal.dataSource();
    }

    static synchronized void stopOfThisPortal() {
        if (ofThisPortal != null) {
            ofThisPortal.stop();
            ofThisPortal = null;
        }
    }

    /**
     * Starts the server of a data folder, or takes over the one that a killed portal left.
     *
     * @param data the data folder; made if missing
     * @param jar holds the server's binaries for this platform in a {@code .txz}
     * @throws SQLException with a sentence for the person who starts the portal
     */
    static EmbeddedPostgres start(Path data, Path jar) throws SQLException {
        try {
            return new EmbeddedPostgres(data.toAbsolutePath().normalize(), jar);
        } catch (IOException e) {
            throw new SQLException("The embedded PostgreSQL did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the embedded PostgreSQL was starting", e);
        }
    }

    private EmbeddedPostgres(Path data, Path jar)
            throws IOException, InterruptedException, SQLException {
        this.data = data;
        this.cluster = cluster(data);
        this.log = data.resolve("logs").resolve("postgres.log");
        Files.createDirectories(log.getParent());
        this.lock = lock(data);
        boolean started = false;
        try {
            Path bin = unpack(jar).resolve("bin");
            this.serverUser = ServerUser.of(data, cluster);
            this.password = password();
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(bin);
            }
            Optional<Postmaster> orphan = Postmaster.of(cluster);
            if (orphan.isPresent() && answers(orphan.get().port())) {
                this.port = orphan.get().port();
                LOG.info("Took over the embedded PostgreSQL, port " + port);
            } else {
                if (orphan.isPresent()) {
                    orphan.get().stop();
                }
                this.port = launch(bin);
            }
            makeDatabase();
            started = true;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    static Path cluster(Path data) {
        return data.resolve("pg");
    }

    DataSource dataSource() {
        return dataSource(port, NAME, NAME, password);
    }

    int port() {
        return port;
    }

    /** Fast shutdown: open transactions are rolled back; returns when the server is gone. */
    void stop() {
        try {
            Optional<Postmaster> running = Postmaster.of(cluster);
            if (running.isPresent()) {
                running.get().stop();
                LOG.info("Stopped the embedded PostgreSQL");
            }
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    /** Gives up the folder but leaves the server running: what a killed portal does. */
    void release() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warning("The lock of the data folder could not be closed: " + e.getMessage());
        }
    }

    /** The database of a portal that runs in another process on this data folder. */
    static DataSource running(Path data) throws SQLException {
        try {
            Postmaster postmaster =
                    Postmaster.of(cluster(data))
                            .orElseThrow(
                                    () ->
                                            new SQLException(
                                                    "No portal is running on " + data + "."));
            String password = Files.readString(data.resolve("pg.password")).strip();
            return dataSource(postmaster.port(), NAME, NAME, password);
        } catch (IOException e) {
            throw new SQLException("Cannot read the database's files below " + data + ".", e);
        }
    }

    private static DataSource dataSource(int port, String database, String role, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(role);
        source.setPassword(password);
        source.setApplicationName("preceptor-portal");
        source.setConnectTimeout(10);
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** A portal that is just stopping is waited for. */
    private static FileChannel lock(Path data) throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(
                        data.resolve("pg.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            for (int second = 0; second < 15; second++) {
                if (channel.tryLock() != null) {
                    return channel;
                }
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (OverlappingFileLockException e) {
            LOG.fine("This process already holds the data folder");
        }
        channel.close();
        throw new IOException("another portal uses the data folder " + data + ".");
    }

    private Path unpack(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive =
                    zip.stream()
                            .filter(entry -> entry.getName().endsWith(".txz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException(jar + " holds no .txz."));
            Path home = data.resolve("pg-bin").resolve("%08x".formatted(archive.getCrc()));
            if (Files.isDirectory(home)) {
                return home;
            }
            // Killed in the middle, only the temporary folder is left, and is removed here.
            Path half = home.resolveSibling("unpacking");
            delete(half);
            openFolder(half);
            try (InputStream in = new BufferedInputStream(zip.getInputStream(archive))) {
                unpack(in, half);
            }
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        }
    }

    private static void unpack(InputStream in, Path into) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in));
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
            Path path = into.resolve(e.getName()).normalize();
            if (!path.startsWith(into)) {
                throw new IOException("a path leaves the archive: " + e.getName());
            }
            if (e.isDirectory()) {
                openFolder(path);
            } else {
                openFolder(path.getParent());
                if (e.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(e.getLinkName()));
                } else if (e.isLink()) {
                    Files.createLink(path, into.resolve(e.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean program = (e.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(path, mode(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Makes a folder that the server's user may read, whatever the portal's umask is. */
    private static void openFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            openFolder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, mode("rwxr-xr-x"));
        }
    }

    private static Set<PosixFilePermission> mode(String text) {
        return PosixFilePermissions.fromString(text);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path left, IOException e)
                            throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        Files.delete(left);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private String password() throws IOException {
        Path file = data.resolve("pg.password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            EnumSet.of(
                                    PosixFilePermission.OWNER_READ,
                                    PosixFilePermission.OWNER_WRITE)));
            Files.writeString(
                    file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            serverUser.own(file);
        }
        return Files.readString(file).strip();
    }

    /**
     * Text is compared by code point and upper-cased by Unicode, on every platform alike: the
     * locale is PostgreSQL's own, not the machine's.
     */
    private void initialise(Path bin) throws IOException, InterruptedException {
        Path half = data.resolve("pg.new");
        delete(half);
        Files.createDirectory(half, PosixFilePermissions.asFileAttribute(mode("rwx------")));
        serverUser.own(half);
        run(
                List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata=" + half,
                        "--username=postgres",
                        "--pwfile=" + data.resolve("pg.password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Files.writeString(
                half.resolve("postgresql.conf"),
                "\ninclude 'portal.conf'\n",
                StandardOpenOption.APPEND);
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private int launch(Path bin) throws IOException, InterruptedException {
        IOException failed = null;
        // A free port may be taken by somebody else before the server binds it.
        for (int attempt = 0; attempt < 3; attempt++) {
            int free = freePort();
            Path settings = cluster.resolve("portal.conf");
            Files.writeString(
                    settings,
                    """
                    # Written at each start.
                    listen_addresses = '127.0.0.1'
                    port = %d
                    unix_socket_directories = ''
                    timezone = 'UTC'
                    log_timezone = 'UTC'
                    # Not a turning disk: else a handful of rows is looked for in whole tables.
                    random_page_cost = 1.1
                    """
                            .formatted(free));
            serverUser.own(settings);
            try {
                // pg_ctl gives the server a session of its own and waits until it is ready.
                run(
                        List.of(
                                bin.resolve("pg_ctl").toString(),
                                "start",
                                "--wait",
                                "--timeout=90",
                                "--pgdata=" + cluster));
                if (!answers(free)) {
                    throw new IOException("the server on port " + free + " is not ours.");
                }
                LOG.info("Started the embedded PostgreSQL, port " + free);
                return free;
            } catch (IOException e) {
                failed = e;
            }
        }
        throw failed;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** Whether our own server is there: another one may sit on the port. */
    private boolean answers(int port) {
        try (Connection c = dataSource(port, "postgres", "postgres", password).getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("show data_directory")) {
            return r.next() && Files.isSameFile(Path.of(r.getString(1)), cluster);
        } catch (SQLException | IOException e) {
            LOG.info("No answer from an embedded PostgreSQL, port " + port + ": " + e.getMessage());
            return false;
        }
    }

    /** The portal's role is no superuser. */
    private void makeDatabase() throws SQLException {
        try (Connection c = dataSource(port, "postgres", "postgres", password).getConnection();
                Statement s = c.createStatement()) {
            if (!any(s, "select from pg_roles where rolname = '%s'".formatted(NAME))) {
                s.execute("create role %s login password '%s'".formatted(NAME, password));
            }
            if (!any(s, "select from pg_database where datname = '%s'".formatted(NAME))) {
                s.execute("create database %s owner %s".formatted(NAME, NAME));
            }
        }
    }

    private static boolean any(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(serverUser.prefix());
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).directory(data.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.flush();
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " hangs; see " + log + ".");
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    "%s failed; %s ends with:%n%s".formatted(command.get(0), log, lastLines()));
        }
    }

    private String lastLines() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 6), all.size()));
        }
    }
}
