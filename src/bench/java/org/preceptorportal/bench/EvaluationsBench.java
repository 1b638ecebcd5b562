package org.preceptorportal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Autosave and form page under 50 preceptors at once, against an empty Faces page. */
public final class EvaluationsBench {
    private static final int PRECEPTORS = 50;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 6;

    /** Requests of one preceptor in a row, of one kind. */
    private static final int IN_A_ROW = 4;

    private static final String WORDS =
            "Listens first, thinks aloud, and brings a plan. Presentations went from ten minutes to"
                    + " three without losing anything. Handoffs were safe, notes short and right,"
                    + " families felt heard. The next step is to commit to a plan before asking me. ";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What is measured. */
    private enum Kind {
        EMPTY("empty Faces page (/error/missing)"),
        FORM("form page (/evaluation/form)"),
        RATING("autosave of a rating (PATCH)"),
        TEXT("autosave of 280 characters (PATCH)");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** A preceptor's browser: its sign-in, its session, its draft and the revisions it knows. */
    private static final class Browser {
        private final long duty;
        private final String signIn;
        private String session = "";
        private String evaluation;
        private int turn;
        private final int[] revisions = new int[2];

        private Browser(long duty, String signIn) {
            this.duty = duty;
            this.signIn = signIn;
        }
    }

    private final OwnPortal portal;
    private final List<Browser> browsers = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private EvaluationsBench(OwnPortal portal) {
        this.portal = portal;
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        try (OwnPortal portal =
                OwnPortal.start(
                        Map.of("PORTAL_DEMO", "false", "PORTAL_ADDRESS", "127.0.0.1"))) {
            EvaluationsBench bench = new EvaluationsBench(portal);
            bench.school();
            bench.measure();
        }
    }

    // --- what is there to evaluate

    /** Preceptors, each with a learner whose rotation ended three days ago, and signed in. */
    private void school() throws SQLException {
        try (Connection c = portal.database()) {
            long tenant = one(c, "select id from tenant");
            long site =
                    one(
                            c,
                            "insert into site (id, tenant_id, code, name, street, city, state, postal_code, time_zone)"
                                    + " values (nextval('portal_id'), ?, 'S1', 'General Clinic', '1 Main Street',"
                                    + " 'Springfield', 'IL', '62701', 'America/Chicago') returning id",
                            tenant);
            for (int i = 0; i < PRECEPTORS; i++) {
                long preceptor =
                        one(
                                c,
                                "insert into preceptor (id, tenant_id, npi, full_name, specialty, email, site_id)"
                                        + " values (nextval('portal_id'), ?, ?, ?, 'Internal Medicine', ?, ?) returning id",
                                tenant,
                                String.valueOf(1_000_000_000L + i),
                                "Paula Preceptor " + i,
                                "preceptor" + i + "@portal.example",
                                site);
                long learner =
                        one(
                                c,
                                "insert into learner (id, tenant_id, code, full_name, email, medical_school, stage)"
                                        + " values (nextval('portal_id'), ?, ?, ?, ?, 'A School', 'GRADUATE') returning id",
                                tenant,
                                "L" + i,
                                "Leo Learner " + i,
                                "learner" + i + "@portal.example");
                long rotation =
                        one(
                                c,
                                "insert into rotation (id, tenant_id, code, learner_id, preceptor_id, site_id, type, specialty,"
                                        + " setting, start_date, end_date, hours_per_week) values (nextval('portal_id'), ?, ?, ?, ?, ?,"
                                        + " 'OBSERVERSHIP', 'Internal Medicine', 'INPATIENT', current_date - 30, current_date - 3, 40)"
                                        + " returning id",
                                tenant,
                                "R" + i,
                                learner,
                                preceptor,
                                site);
                long duty =
                        one(
                                c,
                                "insert into duty (id, tenant_id, rotation_id, learner_id, preceptor_id, roster_preceptor_id,"
                                        + " site_id, phase, opens_on, ends_on, due_at) values (nextval('portal_id'), ?, ?, ?, ?, ?, ?,"
                                        + " 'FINAL', current_date - 10, current_date - 3, now() + interval '11 days')"
                                        + " on conflict (rotation_id, phase) do update set version = duty.version + 1 returning id",
                                tenant,
                                rotation,
                                learner,
                                preceptor,
                                preceptor,
                                site);
                browsers.add(new Browser(duty, signIn(c, tenant, preceptor, i)));
            }
        }
    }

    /** As after a one-time link: a row with the token's hash, and the cookie. */
    private static String signIn(Connection c, long tenant, long preceptor, int i)
            throws SQLException {
        long account =
                one(
                        c,
                        "insert into account (id, tenant_id, role, email, name, person_id, created_at, version)"
                                + " values (nextval('portal_id'), ?, 'PRECEPTOR', ?, ?, ?, now(), 1) returning id",
                        tenant,
                        "preceptor" + i + "@portal.example",
                        "Paula Preceptor " + i,
                        preceptor);
        String browser = secret();
        String token = secret();
        one(
                c,
                "insert into sign_in (id, account_id, token_hash, browser, device, created_at, last_used_at, expires_at)"
                        + " values (nextval('portal_id'), ?, ?, ?, 'Bench', now(), now(), now() + interval '1 day') returning id",
                account,
                sha256(token),
                browser);
        return browser + "." + token;
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long one(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    // --- requests

    private void send(Browser browser, Kind kind) throws IOException, InterruptedException {
        switch (kind) {
            case EMPTY -> get(browser, "/error/missing", "</html>");
            case FORM -> get(browser, "/evaluation/form?duty=" + browser.duty, "data-sheet");
            case RATING -> {
                browser.turn++;
                save(browser, 0, "reasoning", Integer.toString(1 + browser.turn % 5));
            }
            case TEXT -> {
                browser.turn++;
                save(browser, 1, "strengths", (browser.turn % 10 + " " + WORDS).strip());
            }
        }
    }

    private void get(Browser browser, String path, String mark)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        request(browser, path).GET().build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8));
        must(answer, answer.statusCode() == 200 && answer.body().contains(mark));
        answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .forEach(cookie -> browser.session = "; " + cookie.split(";", 2)[0]);
    }

    private void open(Browser browser) throws IOException, InterruptedException {
        get(browser, "/evaluation/form?duty=" + browser.duty, "data-sheet");
        HttpResponse<String> answer =
                client.send(
                        json(browser, "/api/v1/duties/" + browser.duty + "/evaluation")
                                .PUT(BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());
        Matcher id = Pattern.compile("\"evaluation\":(\\d+)").matcher(answer.body());
        must(answer, answer.statusCode() == 200 && id.find());
        browser.evaluation = id.group(1);
    }

    private void save(Browser browser, int field, String question, String value)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        json(browser, "/api/v1/evaluations/" + browser.evaluation + "/answers")
                                .method(
                                        "PATCH",
                                        BodyPublishers.ofString(
                                                "{\"changes\":[{\"question\":\"%s\",\"value\":\"%s\",\"revision\":%d}]}"
                                                        .formatted(
                                                                question,
                                                                value,
                                                                browser.revisions[field])))
                                .build(),
                        BodyHandlers.ofString());
        Matcher saved =
                Pattern.compile("\"saved\":\\[[^\\]]*\"revision\":(\\d+)").matcher(answer.body());
        must(answer, answer.statusCode() == 200 && saved.find());
        browser.revisions[field] = Integer.parseInt(saved.group(1));
    }

    private HttpRequest.Builder json(Browser browser, String path) {
        return request(browser, path)
                .header("Content-Type", "application/json")
                .header("Origin", portal.url(""))
                .header("Sec-Fetch-Site", "same-origin");
    }

    private HttpRequest.Builder request(Browser browser, String path) {
        return HttpRequest.newBuilder(URI.create(portal.url(path)))
                .header("Cookie", "portal-sign-in=" + browser.signIn + browser.session);
    }

    private void must(HttpResponse<String> answer, boolean right) {
        if (!right) {
            throw new IllegalStateException(
                    answer
 + " " + answer.body().substring(0, Math.min(600, answer.body().length()))
                            + "\n"
                            + portal.complaints());
        }
    }

    // --- measuring

    /** Of one kind in one round. */
    private record Phase(double median, double p95, double processor) {}

    private void measure()
            throws IOException, InterruptedException, ExecutionException {
        long server =
                Long.parseLong(Files.readAllLines(portal.data().resolve("portal.pid")).get(0));
        ExecutorService crowd = Executors.newFixedThreadPool(PRECEPTORS);
        Map<Kind, List<Phase>> phases = new EnumMap<>(Kind.class);
        try {
            for (Browser browser : browsers) {
                open(browser);
            }
            System.out.println("Warming up and measuring, a few minutes ...");
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                // Each round begins with another kind: what drifts meets all alike.
                for (int k = 0; k < Kind.values().length; k++) {
                    Kind kind = Kind.values()[Math.floorMod(k + round, Kind.values().length)];
                    Phase phase = phase(crowd, kind, server);
                    if (round >= 0) {
                        phases.computeIfAbsent(kind, any -> new ArrayList<>()).add(phase);
                    }
                }
            }
        } finally {
            crowd.shutdownNow();
        }
        print(phases);
    }

    /** All preceptors at once, each request after the answer to the one before. */
    private Phase phase(ExecutorService crowd, Kind kind, long server)
            throws InterruptedException, ExecutionException {
        Duration before = processor(server);
        List<Callable<double[]>> work = new ArrayList<>();
        for (Browser browser : browsers) {
            work.add(
                    () -> {
                        double[] times = new double[IN_A_ROW];
                        for (int i = 0; i < IN_A_ROW; i++) {
                            long begin = System.nanoTime();
                            send(browser, kind);
                            times[i] = (System.nanoTime() - begin) / 1e6;
                        }
                        return times;
                    });
        }
        List<Double> all = new ArrayList<>();
        for (Future<double[]> done : crowd.invokeAll(work)) {
            Arrays.stream(done.get()).forEach(all::add);
        }
        double used = processor(server).minus(before).toNanos() / 1e6 / all.size();
        return new Phase(at(all, 0.5), at(all, 0.95), used);
    }

    private static Duration processor(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private static double at(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    private static void print(Map<Kind, List<Phase>> phases) {
        System.out.printf(
                Locale.US,
                "%n%d preceptors at once, each with a draft of their own and a session; %d rounds after %d of warming up;"
                        + "%nin a round each kind is asked %d times, one kind after the other. Milliseconds from request to"
                        + "%nanswer as the preceptors wait for it, all waiting at once; processor: the server's own time for"
                        + "%none request (without the database). Ratios are taken within a round; the median of rounds is shown.%n%n",
                PRECEPTORS,
                ROUNDS,
                WARM_UP,
                PRECEPTORS * IN_A_ROW);
        System.out.printf(
                "%-38s %8s %8s %10s   %7s %7s %10s%n",
                "", "median", "p95", "processor", "ratio", "of p95", "of proc.");
        List<Phase> empty = phases.get(Kind.EMPTY);
        phases.forEach(
                (kind, all) -> {
                    List<Double> ofMedian = new ArrayList<>();
                    List<Double> ofP95 = new ArrayList<>();
                    List<Double> ofProcessor = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        ofMedian.add(all.get(i).median() / empty.get(i).median());
                        ofP95.add(all.get(i).p95() / empty.get(i).p95());
                        ofProcessor.add(all.get(i).processor() / empty.get(i).processor());
                    }
                    System.out.printf(
                            Locale.US,
                            "%-38s %8.1f %8.1f %10.2f   %7.2f %7.2f %10.2f%n",
                            kind.words,
                            at(all.stream().map(Phase::median).toList(), 0.5),
                            at(all.stream().map(Phase::p95).toList(), 0.5),
                            at(all.stream().map(Phase::processor).toList(), 0.5),
                            at(ofMedian, 0.5),
                            at(ofP95, 0.5),
                            at(ofProcessor, 0.5));
                });
    }
}
