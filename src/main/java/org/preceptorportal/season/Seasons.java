package org.preceptorportal.season;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The seasons of {@code seasons.json}, in order of their first day. */
@ApplicationScoped
public class Seasons {
    @Inject Clock clock;
    private List<Season> all;

    /** A broken file stops the start, and not the first who needs it. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
        all();
    }

    @PostConstruct
    public void read() {
        try (InputStream file = Seasons.class.getResourceAsStream("/seasons/seasons.json");
                JsonReader json = Json.createReader(file)) {
            all = parse(json.readArray());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("seasons.json cannot be read", e);
        }
    }

    static List<Season> parse(JsonArray array) {
        List<Season> seasons =
                array.getValuesAs(JsonObject.class).stream().map(Seasons::season).toList();
        for (int i = 1; i < seasons.size(); i++) {
            if (!seasons.get(i).firstDay().equals(seasons.get(i - 1).lastDay().plusDays(1))) {
                throw new IllegalArgumentException(
                        "season "
                                + seasons.get(i).code()
                                + " must begin the day after the one before it ends");
            }
        }
        return seasons;
    }

    private static Season season(JsonObject o) {
        JsonObject night = o.getJsonObject("night");
        return new Season(
                o.getString("code"),
                o.getString("name"),
                LocalDate.parse(o.getString("firstDay")),
                LocalDate.parse(o.getString("lastDay")),
                limits(o),
                LocalTime.parse(night.getString("at")),
                ZoneId.of(night.getString("zone")),
                o.getInt("evaluationDueDays"),
                o.getInt("midFromDays"),
                o.getInt("midDueDays"),
                blackout(
                        o.getString("code"),
                        o.getJsonObject("soap"),
                        ZoneId.of(night.getString("zone"))),
                ladder(o.getString("code"), o.getJsonObject("reminders")));
    }

    private static Map<String, Integer> limits(JsonObject season) {
        try {
            JsonObject limits = season.getJsonObject("lettersPerProgram");
            return limits.keySet().stream()
                    .collect(Collectors.toMap(channel -> channel, limits::getInt));
        } catch (NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "lettersPerProgram of season "
                            + season.getString("code")
                            + " in seasons.json: a number by channel",
                    e);
        }
    }

    private static Season.Blackout blackout(String season, JsonObject o, ZoneId zone) {
        if (o == null) {
            return null;
        }
        try {
            require(o, "from", "until");
            return new Season.Blackout(
                    LocalDateTime.parse(o.getString("from")).atZone(zone).toInstant(),
                    LocalDateTime.parse(o.getString("until")).atZone(zone).toInstant());
        } catch (IllegalArgumentException | ClassCastException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the soap of season " + season + " in seasons.json: " + e.getMessage(), e);
        }
    }

    private static ReminderLadder ladder(String season, JsonObject o) {
        try {
            if (o == null) {
                throw new IllegalArgumentException("they are missing");
            }
            require(o, "steps", "quiet", "weekends", "mailsPerWeek", "escalateDays");
            JsonObject quiet = o.getJsonObject("quiet");
            require(quiet, "from", "to");
            return new ReminderLadder(
                    o.getJsonArray("steps").getValuesAs(JsonString::getString).stream()
                            .map(ReminderStep::of)
                            .toList(),
                    LocalTime.parse(quiet.getString("from")),
                    LocalTime.parse(quiet.getString("to")),
                    o.getBoolean("weekends"),
                    o.getInt("mailsPerWeek"),
                    o.getInt("escalateDays"));
        } catch (IllegalArgumentException | ClassCastException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the reminders of season " + season + " in seasons.json: " + e.getMessage(), e);
        }
    }

    private static void require(JsonObject o, String... parts) {
        for (String part : parts) {
            if (!o.containsKey(part)) {
                throw new IllegalArgumentException(part + " is missing");
            }
        }
    }

    /** The season of today, in that season's own zone. */
    public Season current() {
        return all.stream()
                .filter(s -> s.covers(LocalDate.now(clock.withZone(s.zone()))))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("seasons.json has no season for today"));
    }

    /** The season a day falls into; that of today for days before the first and after the last. */
    public Season of(LocalDate day) {
        return all.stream().filter(s -> s.covers(day)).findFirst().orElseGet(this::current);
    }

    /** The season with this code. */
    public Season get(String code) {
        return all.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no season " + code));
    }

    public List<Season> all() {
        return all;
    }
}
