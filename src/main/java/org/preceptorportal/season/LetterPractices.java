package org.preceptorportal.season;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** {@code practice.json}: each entry holds from its season on, until the next one. */
@ApplicationScoped
public class LetterPractices {
    @Inject Seasons seasons;
    List<LetterPractice> all;

    /** A broken file stops the start, and not the first who needs it. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
        current();
    }

    @PostConstruct
    void read() {
        try (InputStream file =
                        LetterPractices.class.getResourceAsStream("/seasons/practice.json");
                JsonReader json = Json.createReader(file)) {
            all = parse(json.readArray());
        } catch (IOException e) {
            throw new IllegalStateException("practice.json cannot be read", e);
        }
    }

    static List<LetterPractice> parse(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().map(LetterPractices::practice).toList();
    }

    private static LetterPractice practice(JsonObject o) {
        String from = o.getString("from", "without a season");
        try {
            JsonObject nudges = o.getJsonObject("nudges");
            JsonObject files = o.getJsonObject("files");
            return new LetterPractice(
                    o.getString("from"),
                    o.getInt("leadWeeks"),
                    nudges.getInt("atMost"),
                    nudges.getInt("everyDays"),
                    files.getInt("maxBytes"),
                    files.getInt("maxPages"),
                    o.getJsonArray("channels").getValuesAs(JsonObject.class).stream()
                            .map(LetterPractices::channel)
                            .toList());
        } catch (NullPointerException e) {
            throw new IllegalArgumentException(
                    "the practice from " + from + " in practice.json lacks a part", e);
        } catch (IllegalArgumentException | ClassCastException | JsonException e) {
            throw new IllegalArgumentException(
                    "the practice from " + from + " in practice.json: " + e.getMessage(), e);
        }
    }

    private static LetterPractice.Channel channel(JsonObject o) {
        return new LetterPractice.Channel(
                o.getString("code"),
                o.getString("name"),
                o.getString("service"),
                o.getString("address"),
                o.getJsonArray("steps").getValuesAs(JsonString::getString),
                o.getString("note"));
    }

    /** What holds in the season of today; as {@link #of}. */
    public LetterPractice current() {
        return of(seasons.current().code());
    }

    /**
     * What holds in a season: the entry with the latest beginning that is not after it.
     *
     * @throws IllegalStateException when none began yet, or one names a season that is none
     */
    public LetterPractice of(String now) {
        List<String> codes = seasons.all().stream().map(Season::code).toList();
        LetterPractice found = null;
        for (LetterPractice each : all) {
            if (!codes.contains(each.from())) {
                throw new IllegalStateException(
                        "practice.json begins with season " + each.from() + ", which is none");
            }
            if (codes.indexOf(each.from()) <= codes.indexOf(now)) {
                found = each;
            }
        }
        if (found == null) {
            throw new IllegalStateException("practice.json has nothing for season " + now);
        }
        return found;
    }
}
