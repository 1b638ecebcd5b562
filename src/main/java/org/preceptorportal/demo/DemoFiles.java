package org.preceptorportal.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Pattern;
import org.preceptorportal.roster.RosterUpload;

/** The files of the demo season, with their dates moved to the present. */
final class DemoFiles {
    /** The Monday that the files take for "this week". */
    private static final LocalDate WRITTEN_FOR = LocalDate.of(2026, 11, 23);

    private static final Pattern DATE = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d\\b");

    private DemoFiles() {}

    /** Rosters whose "this week" is the week of the given day; weekdays stay what they are. */
    static List<RosterUpload> rosters(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        long shift = monday.toEpochDay() - WRITTEN_FOR.toEpochDay();
        return List.of(
                        "sites.csv",
                        "preceptors.csv",
                        "learners.csv",
                        "programs.csv",
                        "rotations.csv")
                .stream()
                .map(
                        name ->
                                new RosterUpload(
                                        name,
                                        shifted(text(name), shift)
                                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** Variants of a text, from {@code words.json}. */
    static List<String> words(JsonObject words, String kind) {
        return words.getJsonArray(kind).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    static JsonObject words() {
        try (InputStream file = open("words.json");
                JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's words cannot be read", e);
        }
    }

    static String shifted(String text, long days) {
        return DATE.matcher(text)
                .replaceAll(found -> LocalDate.parse(found.group()).plusDays(days).toString());
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try (InputStream file = open(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo file " + name + " cannot be read", e);
        }
    }

    private static InputStream open(String name) {
        return DemoFiles.class.getResourceAsStream("/demo/" + name);
    }
}
