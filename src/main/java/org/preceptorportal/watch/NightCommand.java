package org.preceptorportal.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.preceptorportal.access.ConsoleKey;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * {@code ./portal night [--date D] [--only JOB] [--program CODE] [--asked] [--dry-run]}: starts a
 * night of the running portal over its API and shows how it goes; {@code ./portal night diff A B}:
 * how two nights differ.
 */
public final class NightCommand {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;
    static final int LOOK = 4;
    static final int BUSY = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = 1_000;

    private final Words words = new Words();
    private final Spans spans = new Spans(words);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final String portal;
    private final String key;
    private final PrintStream out;
    private final PrintStream err;

    private NightCommand(String portal, String key, PrintStream out, PrintStream err) {
        this.portal = portal;
        this.key = key;
        this.out = out;
        this.err = err;
    }

    /** An answer of the portal; the body as maps, lists and plain values. */
    private record Answer(int status, Map<?, ?> body) {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            String order = arguments.contains("diff") ? null : order(arguments);
            List<String> two = order == null ? nights(arguments) : List.of();
            try (ConsoleKey key = ConsoleKey.open(Role.COORDINATOR)) {
                NightCommand command =
                        new NightCommand(
                                System.getProperty("portal.address", "http://localhost:8080"),
                                key.text(),
                                out,
                                err);
                return order == null ? command.diff(two.get(0), two.get(1)) : command.night(order);
            }
        } catch (IllegalArgumentException e) {
            err.println("portal: " + e.getMessage());
            return MISUSED;
        } catch (SQLException | IOException e) {
            err.println("portal: the portal does not answer: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** The request's body. */
    static String order(List<String> arguments) {
        Map<String, String> body = new TreeMap<>();
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String option = left.next();
            if (option.equals("--dry-run") || option.equals("--asked")) {
                body.put(option.equals("--asked") ? "asked" : "dryRun", "true");
                continue;
            }
            String name =
                    switch (option) {
                        case "--date" -> "date";
                        case "--only" -> "job";
                        case "--program" -> "program";
                        default -> throw new IllegalArgumentException("unknown option: " + option);
                    };
            if (!left.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value.");
            }
            body.put(name, quoted(option, left.next()));
        }
        List<String> members = new ArrayList<>();
        body.forEach((name, value) -> members.add("\"" + name + "\":" + value));
        return "{" + String.join(",", members) + "}";
    }

    private static String quoted(String option, String value) {
        String fits = option.equals("--date") ? "\\d{4}-\\d{2}-\\d{2}" : "[A-Za-z0-9._-]{1,60}";
        if (!value.matches(fits)) {
            throw new IllegalArgumentException(
                    option.equals("--date")
                            ? "--date takes a day, for instance 2026-11-27."
                            : option + " takes a name without blanks.");
        }
        return "\"" + value + "\"";
    }

    private static List<String> nights(List<String> arguments) {
        if (arguments.size() != 3
                || !arguments.get(0).equals("diff")
                || !arguments.get(1).matches("\\d{1,18}")
                || !arguments.get(2).matches("\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "which two nights? ./portal night diff A B, by the numbers that ./portal night printed.");
        }
        return arguments.subList(1, 3);
    }

    // --- a night --------------------------------------------------------------------------------

    private int night(String order) throws IOException, InterruptedException {
        Answer started = call("POST", "/nights", order);
        if (started.status() == 409) {
            err.println("portal: " + started.body().get("detail"));
            err.println("portal: it is night " + started.body().get("id") + ".");
            return BUSY;
        }
        if (started.status() != 202) {
            return refused(started);
        }
        Object id = started.body().get("id");
        boolean terminal = Boolean.getBoolean("portal.terminal");
        out.println("Night " + id + ": " + portal + "/watch/night?id=" + id);
        ProgressLine line = new ProgressLine(out, terminal);
        while (true) {
            Answer now = call("GET", "/nights/" + id, null);
            if (now.status() != 200) {
                line.end();
                return refused(now);
            }
            if (!"RUNNING".equals(now.body().get("status"))) {
                line.end();
                return over(now.body());
            }
            Object percent = now.body().get("percent");
            line.show(
                    percent instanceof Number n ? n.intValue() : -1,
                    underWay(now.body()),
                    spans.left(estimate(now.body())));
            Thread.sleep(PAUSE);
        }
    }

    private static Optional<Estimate> estimate(Map<?, ?> night) {
        return night.get("estimate") instanceof Map<?, ?> span
                ? Optional.of(
                        new Estimate(
                                Duration.ofSeconds(number(span, "lowSeconds")),
                                Duration.ofSeconds(number(span, "highSeconds"))))
                : Optional.empty();
    }

    private static String underWay(Map<?, ?> night) {
        List<String> steps = new ArrayList<>();
        for (Map<?, ?> job : list(night, "jobs")) {
            for (Map<?, ?> step : list(job, "steps")) {
                if (step.get("startedAt") != null && step.get("endedAt") == null) {
                    steps.add(
                            step.get("name")
                                    + " "
                                    + number(step, "read")
                                    + " of "
                                    + number(step, "expected"));
                }
            }
        }
        return steps.isEmpty() ? "getting ready" : String.join(", ", steps);
    }

    private int over(Map<?, ?> night) {
        for (Map<?, ?> job : list(night, "jobs")) {
            out.println(job.get("name") + ": " + said(job));
            for (Map<?, ?> step : list(job, "steps")) {
                out.printf(
                        "  %-28s %8d made %8d unchanged %6d left out  %s%n",
                        step.get("name"),
                        number(step, "made"),
                        number(step, "unchanged"),
                        number(step, "skipped"),
                        spans.between(moment(step, "startedAt"), moment(step, "endedAt")));
            }
        }
        Map<String, Integer> reasons = new TreeMap<>();
        for (Map<?, ?> skip : list(night, "skipped")) {
            reasons.merge(skip.get("step") + ": " + skip.get("reason"), 1, Integer::sum);
        }
        reasons.forEach((reason, n) -> out.println("Left out, " + n + " x " + reason));
        String status = String.valueOf(night.get("status"));
        out.println(
                "Night "
                        + night.get("id")
                        + " of "
                        + night.get("night")
                        + (Boolean.TRUE.equals(night.get("dryRun")) ? " (dry run)" : "")
                        + ": "
                        + status.toLowerCase(java.util.Locale.ROOT)
                        + (reasons.isEmpty() ? "" : ", with something left out"));
        if (!status.equals("COMPLETED")) {
            return FAILED;
        }
        return reasons.isEmpty() ? DONE : LOOK;
    }

    private static String said(Map<?, ?> job) {
        Object failure = job.get("failure");
        return String.valueOf(job.get("status")).toLowerCase(java.util.Locale.ROOT)
                + (failure == null ? "" : " (" + failure + ")");
    }

    private static Instant moment(Map<?, ?> of, String name) {
        Object moment = of.get(name);
        return moment == null ? null : Instant.parse(moment.toString());
    }

    // --- two nights -----------------------------------------------------------------------------

    private int diff(String first, String second) throws IOException, InterruptedException {
        Answer answer = call("GET", "/nights/" + first + "/diff/" + second, null);
        if (answer.status() != 200) {
            return refused(answer);
        }
        Map<?, ?> diff = answer.body();
        Map<?, ?> artefacts = (Map<?, ?>) diff.get("artefacts");
        out.printf(
                "Artefacts: %d alike, %d changed, %d of the same inputs with other bytes, %d only in %s, %d only in %s%n",
                number(artefacts, "same"),
                number(artefacts, "changed"),
                number(artefacts, "otherBytes"),
                number(artefacts, "onlyFirst"),
                first,
                number(artefacts, "onlySecond"),
                second);
        for (Map<?, ?> line : list(artefacts, "listed")) {
            out.printf("  %-12s %s %s%n", line.get("verdict"), line.get("kind"), line.get("item"));
        }
        if (number(artefacts, "more") > 0) {
            out.println("  and " + number(artefacts, "more") + " more");
        }
        for (Map<?, ?> step : list(diff, "steps")) {
            out.printf(
                    "Step %s / %s: %s -> %s%n",
                    step.get("job"),
                    step.get("step"),
                    counts((Map<?, ?>) step.get("first")),
                    counts((Map<?, ?>) step.get("second")));
        }
        for (Map<?, ?> skip : list(diff, "leftOut")) {
            out.printf(
                    "Left out, %s %s: %s -> %s%n",
                    skip.get("step"),
                    skip.get("item"),
                    skip.get("first") == null ? "no" : skip.get("first"),
                    skip.get("second") == null ? "no" : skip.get("second"));
        }
        for (Map<?, ?> version : list(diff, "versions")) {
            out.printf(
                    "Version of %s: %s -> %s%n",
                    version.get("name"), version.get("first"), version.get("second"));
        }
        boolean same = Boolean.TRUE.equals(diff.get("same"));
        out.println(same ? "Both nights made the same." : "The nights differ.");
        return same ? DONE : LOOK;
    }

    private static String counts(Map<?, ?> of) {
        return number(of, "made")
                + " made, "
                + number(of, "unchanged")
                + " unchanged, "
                + number(of, "skipped")
                + " left out";
    }

    // --- the portal -----------------------------------------------------------------------------

    private int refused(Answer answer) {
        Object detail = answer.body().get("detail");
        err.println("portal: " + (detail == null ? answer.body().get("title") : detail));
        return answer.status() == 400 || answer.status() == 404 || answer.status() == 422
                ? MISUSED
                : FAILED;
    }

    private Answer call(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(portal + "/api/v1" + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + key);
        if (body == null) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), parse(answer.body()));
    }

    // JSON is YAML; the WAR has no other reader of it that works without the server.
    private static Map<?, ?> parse(String json) {
        Object body =
                new Load(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build())
                        .loadFromString(json);
        return body instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> list(Map<?, ?> of, String name) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (of.get(name) instanceof List<?> items) {
            items.forEach(item -> maps.add((Map<?, ?>) item));
        }
        return maps;
    }

    private static long number(Map<?, ?> of, String name) {
        return of.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
