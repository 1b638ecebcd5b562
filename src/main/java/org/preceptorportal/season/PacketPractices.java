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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.season.PacketRules.ApplicantOrder;
import org.preceptorportal.season.PacketRules.Holds;
import org.preceptorportal.season.PacketRules.LetterOrder;
import org.preceptorportal.season.PacketRules.Part;

/** {@code packets.json}: each entry holds from its season on, until the next one. */
@ApplicationScoped
public class PacketPractices {
    @Inject Seasons seasons;
    private List<PacketRules> all;

    /** A broken file stops the start, and not the first night. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
        all.stream().map(PacketRules::from).forEach(this::place);
        of(seasons.current().code());
    }

    /** Called once by the container. */
    @PostConstruct
    public void read() {
        try (InputStream file = PacketPractices.class.getResourceAsStream("/seasons/packets.json");
                JsonReader json = Json.createReader(file)) {
            all = parse(json.readArray());
        } catch (IOException | JsonException e) {
            throw new IllegalStateException("packets.json cannot be read", e);
        }
    }

    /** What holds in a season: the entry with the latest beginning that is not after it. */
    public PacketRules of(String season) {
        int now = place(season);
        return all.stream()
                .filter(rules -> place(rules.from()) <= now)
                .reduce((earlier, later) -> later)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "packets.json has nothing for season " + season));
    }

    private int place(String season) {
        int place = seasons.all().stream().map(Season::code).toList().indexOf(season);
        if (place < 0) {
            throw new IllegalStateException("packets.json or a packet names no season: " + season);
        }
        return place;
    }

    static List<PacketRules> parse(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().map(PacketPractices::rules).toList();
    }

    private static PacketRules rules(JsonObject o) {
        String from = o.getString("from", "without a season");
        try {
            Map<String, Holds> channels = new HashMap<>();
            JsonObject each = o.getJsonObject("channels");
            each.keySet()
                    .forEach(
                            code -> {
                                JsonObject holds = each.getJsonObject(code);
                                channels.put(
                                        code,
                                        new Holds(
                                                holds.getBoolean("letters"),
                                                holds.getBoolean("report")));
                            });
            return new PacketRules(
                    o.getString("from"),
                    ApplicantOrder.valueOf(o.getString("applicants")),
                    LetterOrder.valueOf(o.getString("letters")),
                    o.getJsonArray("parts").getValuesAs(JsonString.class).stream()
                            .map(part -> Part.valueOf(part.getString()))
                            .toList(),
                    channels);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException(
                    "the rules from " + from + " in packets.json lack a part", e);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "the rules from " + from + " in packets.json: " + e.getMessage(), e);
        }
    }
}
