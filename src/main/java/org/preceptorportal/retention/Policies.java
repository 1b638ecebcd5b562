package org.preceptorportal.retention;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;

/** {@code retention.json}: each entry holds from its season on, until the next one. */
@ApplicationScoped
public class Policies {
    @Inject Seasons seasons;
    List<Policy> all;

    /** A broken file stops the start, and not the first night. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
        of(seasons.current().code());
    }

    @PostConstruct
    void read() {
        try (InputStream file = Policies.class.getResourceAsStream("/seasons/retention.json");
                JsonReader json = Json.createReader(file)) {
            all = parse(json.readArray());
        } catch (IOException | JsonException e) {
            throw new IllegalStateException("retention.json cannot be read", e);
        }
    }

    static List<Policy> parse(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().map(Policies::policy).toList();
    }

    private static Policy policy(JsonObject o) {
        String from = o.getString("from", "without a season");
        try {
            return new Policy(
                    o.getString("from"),
                    o.getInt("tokenDays"),
                    o.getInt("supersededDays"),
                    o.getInt("packetsPerProgram"),
                    o.getInt("packetSeasons"),
                    o.getInt("runDays"),
                    o.getInt("batchDays"),
                    o.getInt("orphanHours"));
        } catch (NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "the policy from " + from + " in retention.json lacks a part", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the policy from " + from + " in retention.json: " + e.getMessage(), e);
        }
    }

    /**
     * What holds in a season: the entry with the latest beginning that is not after it. A season
     * that is no longer in {@code seasons.json} lies before all that are, whether an entry begins
     * with it or a night of it is restarted.
     *
     * @throws IllegalStateException when none began yet, or one that names no season stands behind
     *     one that does
     */
    public Policy of(String season) {
        List<String> codes = known();
        Policy found = null;
        for (Policy each : all) {
            if (!codes.contains(each.from()) && found != null && codes.contains(found.from())) {
                throw new IllegalStateException(
                        "retention.json has season " + each.from() + ", which is none");
            }
            if (codes.indexOf(each.from()) <= Math.max(0, codes.indexOf(season))) {
                found = each;
            }
        }
        if (found == null) {
            throw new IllegalStateException("retention.json has nothing for season " + season);
        }
        return found;
    }

    /** The codes of all seasons. */
    public List<String> known() {
        return seasons.all().stream().map(Season::code).toList();
    }

    /**
     * The codes of the seasons whose packets are kept in this one: it, those after, some before.
     */
    public List<String> kept(String season) {
        List<String> codes = known();
        int first = codes.indexOf(season) - of(season).packetSeasons() + 1;
        return codes.subList(Math.max(0, first), codes.size());
    }
}
