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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** What services ask for in each season: {@code services.json}. */
@ApplicationScoped
public class SeasonServices {
    @Inject Seasons seasons;
    private Map<String, Services> bySeason;

    /** A broken file stops the start, and not the first who needs it. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
        current();
    }

    @PostConstruct
    public void read() {
        try (InputStream file = Seasons.class.getResourceAsStream("/seasons/services.json");
                JsonReader json = Json.createReader(file)) {
            bySeason = parse(json.readArray());
        } catch (IOException | JsonException e) {
            throw new IllegalStateException("services.json cannot be read", e);
        }
    }

    /** Those of the season of today. */
    public Services current() {
        String season = seasons.current().code();
        return Optional.ofNullable(bySeason.get(season))
                .orElseThrow(
                        () -> new IllegalStateException("services.json lacks season " + season));
    }

    static Map<String, Services> parse(JsonArray array) {
        Map<String, Services> found = new HashMap<>();
        for (JsonObject o : array.getValuesAs(JsonObject.class)) {
            Services services = services(o);
            for (String season : words(o, "seasons")) {
                if (found.put(season, services) != null) {
                    throw new IllegalArgumentException(
                            "services.json has season " + season + " twice");
                }
            }
        }
        return found;
    }

    private static Services services(JsonObject o) {
        List<Profile> profiles = new ArrayList<>();
        for (JsonObject profile : o.getJsonArray("profiles").getValuesAs(JsonObject.class)) {
            profiles.add(profile(profile));
        }
        Set<String> codes = profiles.stream().map(Profile::code).collect(Collectors.toSet());
        if (codes.size() != profiles.size()) {
            throw new IllegalArgumentException("services.json has a profile twice");
        }
        JsonObject own = o.getJsonObject("ownPdf");
        return new Services(
                profiles,
                o.getJsonArray("texts").getValuesAs(JsonObject.class).stream()
                        .map(SeasonServices::text)
                        .toList(),
                own.getJsonNumber("maxBytes").longValueExact(),
                own.getInt("maxPages"),
                Set.copyOf(words(o, "portalForms")));
    }

    private static Profile profile(JsonObject o) {
        String code = o.getString("code");
        try {
            JsonObject page = o.getJsonObject("page");
            return new Profile(
                    code,
                    o.getString("name"),
                    one(Profile.Sent.class, o.getString("rendition")),
                    o.getJsonNumber("maxBytes").longValueExact(),
                    o.getJsonNumber("goodBytes").longValueExact(),
                    Optional.ofNullable(page)
                            .map(p -> new Profile.PageSize(p.getInt("width"), p.getInt("height"))),
                    all(Profile.Forbidden.class, words(o, "forbid")),
                    Optional.ofNullable(o.getString("fileName", null)).map(Pattern::compile),
                    all(Profile.Shown.class, words(o, "shows")),
                    o.getInt("goodPages"));
        } catch (NullPointerException
                | ClassCastException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the profile " + code + " in services.json: " + reason(e), e);
        }
    }

    private static TextProfile text(JsonObject o) {
        String code = o.getString("code");
        try {
            return new TextProfile(
                    code,
                    o.getString("name"),
                    o.getInt("maxCharacters"),
                    o.getInt("goodCharacters"),
                    o.getInt("maxLine"),
                    o.getInt("goodLine"),
                    Pattern.compile(o.getString("safe")),
                    all(Profile.Shown.class, words(o, "shows")));
        } catch (NullPointerException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the text " + code + " in services.json: " + reason(e), e);
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof PatternSyntaxException
                ? "a pattern is none"
                : e instanceof NullPointerException ? "a part is missing" : e.getMessage();
    }

    private static List<String> words(JsonObject o, String key) {
        return o.getJsonArray(key).getValuesAs(JsonString::getString);
    }

    private static <E extends Enum<E>> Set<E> all(Class<E> type, List<String> words) {
        return words.stream().map(word -> one(type, word)).collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(word + " is unknown", e);
        }
    }
}
