package org.preceptorportal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nights of one portal, each over the same data and made from nothing: undisturbed, or struck by a
 * fault somewhere on its way and brought to its end.
 */
public final class Chaos {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern WHOLE = Pattern.compile("\"whole\":(true|false)");
    private static final long FILE_LIMIT = 4096;

    /** What happens to a night. */
    public enum Fault {
        /** kill -9 of the portal; started again, it goes on by itself. */
        PORTAL_KILLED,
        /** kill -9 of PostgreSQL's first process; the portal is killed and started with it. */
        DATABASE_KILLED,
        /** kill -9 of one of PostgreSQL's sessions: it throws out all others and recovers. */
        SESSION_KILLED,
        /** The kernel lets the portal write no file any further: begun ones stay short. */
        DISK_FULL,
        /** The store's folder is gone for a while. */
        STORE_REFUSES,
        /** It is there and empty for a while, as if its disk were not mounted. */
        STORE_EMPTY
    }

    /**
     * What became of a struck night.
     *
     * @param struck how far it was, of what it reads in all
     * @param restarts how often somebody had to have it restarted
     * @param orphans files and rows that the fault left, and housekeeping took away
     * @param complaints what is wrong; empty when the night ended like an undisturbed one
     */
    public record Struck(
            Fault fault,
            int struck,
            int of,
            int restarts,
            int orphans,
            long seconds,
            String hash,
            List<String> complaints) {}

    private final OwnPortal portal;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String coordinator;
    private final String auditor;
    private final String date;
    private NightFacts clean;
    private int reads;

    public Chaos(OwnPortal portal) throws SQLException {
        this.portal = portal;
        this.coordinator = portal.apiKey("COORDINATOR", "coordinator@northgate.example");
        this.auditor = portal.apiKey("AUDITOR", "auditor@northgate.example");
        try (Connection c = portal.database()) {
            // A past date: its cut-off is the same for all of these nights.
            this.date = one(c, "select (current_date - 1)::text");
            // A small season: only applicants are reported on; what is superseded does not count.
            execute(
                    c,
                    "alter table evaluation disable trigger user; update evaluation set superseded_by"
                            + " = id where learner_id not in (select learner_id from"
                            + " letter_release); alter table evaluation enable trigger user");
            // The demo's letters were signed a moment ago; a night of the past would see none.
            execute(
                    c,
                    "alter table signed_letter disable trigger user; update signed_letter set"
                            + " signed_at = signed_at - interval '9 days'; alter table signed_letter"
                            + " enable trigger user; update letter_release set released_at ="
                            + " released_at - interval '9 days'");
        }
    }

    /** An undisturbed night, against which the others are held. */
    public NightFacts clean() throws Exception {
        return undisturbed(date);
    }

    /** The same of the day before, on a portal that was started anew with so many threads. */
    public NightFacts otherwise(int threads) throws Exception {
        OwnPortal.kill(portal.process());
        portal.set("PORTAL_NIGHT_THREADS", Integer.toString(threads));
        portal.up();
        return undisturbed(LocalDate.parse(date).minusDays(1).toString());
    }

    private NightFacts undisturbed(String day) throws Exception {
        forget();
        long night = await(start("{\"date\":\"" + day + "\"}"), new int[1]);
        try (Connection c = portal.database()) {
            NightFacts facts = NightFacts.of(c, night);
            List<String> wrong = NightFacts.broken(c, night, portal.data());
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("An undisturbed night: " + wrong);
            }
            if (clean == null) {
                clean = facts;
                reads = read(c, night);
            }
            return facts;
        }
    }

    /** A night with a fault at a random place. */
    public Struck struck(Fault fault, Random random) throws Exception {
        while (true) {
            forget();
            Instant begin = Instant.now();
            int at = random.nextInt(reads);
            long night = start("{\"date\":\"" + date + "\"}");
            int place = waitFor(night, at);
            if (place < 0) {
                // It was faster than we: that is no struck night.
                continue;
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
            strike(fault, night);
            int[] restarts = new int[1];
            await(night, restarts);
            try (Connection c = portal.database()) {
                NightFacts facts = NightFacts.of(c, night);
                List<String> wrong = facts.differences(clean);
                wrong.addAll(NightFacts.brokenRows(c, night));
                int orphans =
                        NightFacts.orphanRows(c).size()
                                + (int)
                                        NightFacts.brokenFiles(c, portal.data()).stream()
                                                .filter(w -> w.startsWith("no row"))
                                                .count();
                housekeeping(c);
                wrong.addAll(NightFacts.brokenStore(c, portal.data()));
                if (!chainIsWhole()) {
                    wrong.add("the audit trail is not whole");
                }
                return new Struck(
                        fault,
                        place,
                        reads,
                        restarts[0],
                        orphans,
                        Duration.between(begin, Instant.now()).toSeconds(),
                        facts.hash(),
                        wrong);
            }
        }
    }

    /** Losses that can be put into the last night. */
    public Losses losses() {
        return new Losses(portal, clean);
    }

    // --- faults ---------------------------------------------------------------------------------

    private void strike(Fault fault, long night) throws Exception {
        switch (fault) {
            case PORTAL_KILLED -> {
                OwnPortal.kill(portal.process());
                portal.up();
            }
            case DATABASE_KILLED -> {
                OwnPortal.kill(portal.databaseProcess());
                TimeUnit.SECONDS.sleep(1);
                OwnPortal.kill(portal.process());
                portal.up();
            }
            case SESSION_KILLED -> {
                try (Connection c = portal.database()) {
                    String pid =
                            one(
                                    c,
                                    "select pid from pg_stat_activity where datname = 'portal' and"
                                            + " pid <> pg_backend_pid() order by state = 'active'"
                                            + " desc, backend_start limit 1");
                    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
                } catch (SQLException e) {
                    // It threw us out too.
                }
                TimeUnit.SECONDS.sleep(2);
            }
            case DISK_FULL -> {
                limitFiles(Long.toString(FILE_LIMIT));
                untilItIsFelt(night);
                limitFiles("unlimited");
            }
            case STORE_REFUSES -> withoutStore(night, Files::createFile);
            case STORE_EMPTY -> withoutStore(night, Files::createDirectory);
        }
    }

    private interface Instead {
        void make(Path place) throws IOException;
    }

    /** Nothing may be kept in what stands there instead: then it cannot be deleted. */
    private void withoutStore(long night, Instead instead) throws Exception {
        Path store = portal.data().resolve("blobs");
        Path away = portal.data().resolve("blobs.away");
        Files.move(store, away);
        instead.make(store);
        untilItIsFelt(night);
        Files.delete(store);
        Files.move(away, store);
    }

    /** Until a try has failed of it or the night is over; it may have nothing to write any more. */
    private void untilItIsFelt(long night) throws Exception {
        String failed =
                "select count(*) from run r where r.night_id = "
                        + night
                        + " and (r.status = 'FAILED' or exists (select from run_retry t where"
                        + " t.run_id = r.id))";
        try (Connection c = portal.database()) {
            for (int i = 0; i < 200 && status(c, night).equals("RUNNING"); i++) {
                if (!one(c, failed).equals("0")) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** The soft limit only: who may lower it may raise it again. */
    private void limitFiles(String bytes) throws IOException, InterruptedException {
        Process limit =
                new ProcessBuilder(
                                "prlimit",
                                "--pid",
                                Long.toString(portal.process().pid()),
                                "--fsize=" + bytes + ":unlimited")
                        .inheritIO()
                        .start();
        if (limit.waitFor() != 0) {
            throw new IllegalStateException("prlimit (Debian: util-linux) is needed");
        }
    }

    // --- nights ---------------------------------------------------------------------------------

    private long start(String wish) throws Exception {
        // The portal may still be coming to itself.
        for (int i = 0; ; i++) {
            HttpResponse<String> said = call("POST", "/api/v1/nights", coordinator, wish);
            Matcher id = ID.matcher(said.body());
            if (said.statusCode() == 202 && id.find()) {
                return Long.parseLong(id.group(1));
            }
            if (i == 20) {
                throw new IllegalStateException(said.statusCode() + " " + said.body());
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** Waits until a night has read so much; how much it was then, or -1 if it is over. */
    private int waitFor(long night, int reads) throws Exception {
        try (Connection c = portal.database()) {
            while (true) {
                if (!"RUNNING".equals(status(c, night))) {
                    return -1;
                }
                int now = read(c, night);
                if (now >= reads) {
                    return now;
                }
                TimeUnit.MILLISECONDS.sleep(15);
            }
        }
    }

    /** Waits for a night's good end; one that failed is restarted, as a person would. */
    private long await(long night, int[] restarts) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            String status = "";
            try (Connection c = portal.database()) {
                status = status(c, night);
            } catch (SQLException | IllegalStateException e) {
                // The database is recovering.
            }
            if (status.equals("COMPLETED")) {
                return night;
            }
            if (status.equals("FAILED")) {
                call("POST", "/api/v1/nights/" + night + "/restart", coordinator, "{}");
                restarts[0]++;
            }
            TimeUnit.MILLISECONDS.sleep(status.equals("FAILED") ? 2000 : 200);
        }
        throw new IllegalStateException(
                "The night " + night + " did not end.\n" + portal.complaints());
    }

    /** Makes everything look two days old and runs the job that throws away. */
    private void housekeeping(Connection c) throws Exception {
        execute(c, "update blob set stored_at = stored_at - interval '2 days'");
        FileTime then = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        for (Path file : NightFacts.files(portal.data())) {
            Files.setLastModifiedTime(file, then);
        }
        await(start("{\"job\":\"retention\"}"), new int[1]);
    }

    /** Nothing is left of any night; the data that nights are made of stay. */
    private void forget() throws Exception {
        try (Connection c = portal.database()) {
            execute(c, "truncate night cascade");
            // Nobody is between a row and its file now: what has no row never gets one.
            c.setAutoCommit(false);
            execute(c, "lock table blob in access exclusive mode");
            for (String orphan : NightFacts.orphanRows(c)) {
                execute(
                        c,
                        "delete from blob where sha256 = '"
                                + orphan.substring(orphan.lastIndexOf(' ') + 1)
                                + "'");
            }
            List<String> rows = NightFacts.column(c, "select sha256 from blob");
            Set<String> known = new HashSet<>(rows);
            known.addAll(NightFacts.bundles(c));
            for (Path file : NightFacts.files(portal.data())) {
                if (!known.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
            c.commit();
        }
    }

    private boolean chainIsWhole() throws Exception {
        Matcher whole = WHOLE.matcher(call("GET", "/api/v1/audit/chain", auditor, null).body());
        return whole.find() && whole.group(1).equals("true");
    }

    private HttpResponse<String> call(String method, String path, String key, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(portal.url(path)))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int read(Connection c, long night) throws SQLException {
        return Integer.parseInt(
                one(
                        c,
                        "select coalesce(sum(p.read), 0) from run_part p join run r on r.id ="
                                + " p.run_id where r.night_id = "
                                + night));
    }

    private static String status(Connection c, long night) throws SQLException {
        return one(c, "select status from night where id = " + night);
    }

    private static String one(Connection c, String sql) throws SQLException {
        return NightFacts.column(c, sql).get(0);
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As a table names it. */
    static String words(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
