package org.preceptorportal.manifest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the portal states about a night, before it signs it: facts, ledger, what was left out,
 * versions, and the hashes of the lists of artefacts. The same facts give the same bytes.
 *
 * @param onlyJob the one job that was asked for, or null
 * @param program the one program that was asked for, or null
 * @param versions of what decides about artefacts, by name
 * @param jobs in the order in which they are listed
 * @param skipped in the order of jobs, steps and items
 * @param anchors of the audit trail that the night made
 * @param parts the lists of artefacts
 */
record NightStatement(
        long id,
        String institution,
        LocalDate date,
        String season,
        Instant cutoff,
        String status,
        Instant endedAt,
        String onlyJob,
        String program,
        boolean dryRun,
        Map<String, String> versions,
        List<Job> jobs,
        List<Skip> skipped,
        List<Anchored> anchors,
        List<Part> parts) {

    /**
     * @param retries tries that a fault outside the portal ended, and after which the job went on
     */
    record Job(String name, String status, String failure, List<Retry> retries, List<Step> steps) {}

    /** Step and kind of error, and when. */
    record Retry(String failure, Instant at) {}

    record Step(String name, long expected, long read, long made, long unchanged, long skipped) {}

    /** An item that was left out: by number, never by name. */
    record Skip(String job, String step, String item, String reason) {}

    /**
     * How far the audit trail was anchored.
     *
     * @param event number of the newest event then
     * @param hash of that event
     * @param statement hash of what the time-stamp is over
     */
    record Anchored(long event, String hash, String statement) {}

    /** A list of artefacts in the store. */
    record Part(String sha256, int lines) {}

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, Object> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
        try (JsonGenerator json = Json.createGeneratorFactory(pretty).createGenerator(bytes)) {
            json.writeStartObject().write("manifest", "night-1");
            json.writeStartObject("night")
                    .write("id", id)
                    .write("institution", institution)
                    .write("date", date.toString())
                    .write("season", season)
                    .write("cutoff", cutoff.toString())
                    .write("status", status)
                    .write("endedAt", endedAt.toString());
            optional(json, "onlyJob", onlyJob);
            optional(json, "program", program);
            json.write("dryRun", dryRun).writeEnd();
            json.writeStartObject("versions");
            new TreeMap<>(versions).forEach(json::write);
            json.writeEnd();
            json.writeStartArray("jobs");
            jobs.forEach(job -> write(json, job));
            json.writeEnd();
            json.writeStartArray("skipped");
            for (Skip skip : skipped) {
                json.writeStartObject()
                        .write("job", skip.job())
                        .write("step", skip.step())
                        .write("item", skip.item())
                        .write("reason", skip.reason())
                        .writeEnd();
            }
            json.writeEnd();
            json.writeStartArray("anchors");
            for (Anchored anchor : anchors) {
                json.writeStartObject()
                        .write("event", anchor.event())
                        .write("hash", anchor.hash())
                        .write("statement", anchor.statement())
                        .writeEnd();
            }
            json.writeEnd();
            json.writeStartObject("artefacts")
                    .write("number", parts.stream().mapToLong(Part::lines).sum())
                    .writeStartArray("lists");
            for (Part part : parts) {
                json.writeStartObject()
                        .write("sha256", part.sha256())
                        .write("lines", part.lines())
                        .writeEnd();
            }
            json.writeEnd().writeEnd().writeEnd();
        }
        return bytes.toByteArray();
    }

    /** The statement as it was written. */
    static NightStatement parse(byte[] bytes) {
        JsonObject all;
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            all = reader.readObject();
        }
        JsonObject night = all.getJsonObject("night");
        return new NightStatement(
                night.getJsonNumber("id").longValue(),
                night.getString("institution"),
                LocalDate.parse(night.getString("date")),
                night.getString("season"),
                Instant.parse(night.getString("cutoff")),
                night.getString("status"),
                Instant.parse(night.getString("endedAt")),
                night.getString("onlyJob", null),
                night.getString("program", null),
                night.getBoolean("dryRun"),
                all.getJsonObject("versions").entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> ((JsonString) e.getValue()).getString())),
                list(all.getJsonArray("jobs"), NightStatement::job),
                list(
                        all.getJsonArray("skipped"),
                        s ->
                                new Skip(
                                        s.getString("job"),
                                        s.getString("step"),
                                        s.getString("item"),
                                        s.getString("reason"))),
                // Earlier manifests have none.
                all.containsKey("anchors")
                        ? list(
                                all.getJsonArray("anchors"),
                                a ->
                                        new Anchored(
                                                a.getJsonNumber("event").longValue(),
                                                a.getString("hash"),
                                                a.getString("statement")))
                        : List.of(),
                list(
                        all.getJsonObject("artefacts").getJsonArray("lists"),
                        p -> new Part(p.getString("sha256"), p.getInt("lines"))));
    }

    private static Job job(JsonObject job) {
        return new Job(
                job.getString("job"),
                job.getString("status"),
                job.getString("failure", null),
                // Earlier manifests have none.
                job.containsKey("retries")
                        ? list(
                                job.getJsonArray("retries"),
                                r ->
                                        new Retry(
                                                r.getString("failure"),
                                                Instant.parse(r.getString("at"))))
                        : List.of(),
                list(
                        job.getJsonArray("steps"),
                        s ->
                                new Step(
                                        s.getString("step"),
                                        s.getJsonNumber("expected").longValue(),
                                        s.getJsonNumber("read").longValue(),
                                        s.getJsonNumber("made").longValue(),
                                        s.getJsonNumber("unchanged").longValue(),
                                        s.getJsonNumber("skipped").longValue())));
    }

    private static <T> List<T> list(JsonArray array, Function<JsonObject, T> each) {
        return array.getValuesAs(JsonObject.class).stream().map(each).toList();
    }

    private static void write(JsonGenerator json, Job job) {
        json.writeStartObject().write("job", job.name()).write("status", job.status());
        optional(json, "failure", job.failure());
        json.writeStartArray("retries");
        for (Retry retry : job.retries()) {
            json.writeStartObject()
                    .write("failure", retry.failure())
                    .write("at", retry.at().toString())
                    .writeEnd();
        }
        json.writeEnd();
        json.writeStartArray("steps");
        for (Step step : job.steps()) {
            json.writeStartObject()
                    .write("step", step.name())
                    .write("expected", step.expected())
                    .write("read", step.read())
                    .write("made", step.made())
                    .write("unchanged", step.unchanged())
                    .write("skipped", step.skipped())
                    .writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    private static void optional(JsonGenerator json, String name, String value) {
        if (value != null) {
            json.write(name, value);
        }
    }
}
