package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Nights over the API. */
public final class Nights {
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

    private Nights() {}

    /** Starts one and waits until it is completed. */
    public static JsonObject run(Http coordinator) {
        Http.Answer started = coordinator.postJson("/api/v1/nights", "{}");
        assertThat(started.status()).as(started.text()).isBetween(200, 202);
        return await(coordinator, started.json().getJsonNumber("id").longValue());
    }

    /** Waits until a run is completed; any other end fails the test. */
    public static JsonObject await(Http coordinator, long id) {
        Instant end = Instant.now().plus(Duration.ofMinutes(4));
        while (Instant.now().isBefore(end)) {
            JsonObject run = coordinator.get("/api/v1/nights/" + id).json();
            if (ENDED.contains(run.getString("status"))) {
                assertThat(run.getString("status")).as(run.toString()).isEqualTo("COMPLETED");
                return run;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the night " + id + " did not end");
    }

    /** The sum of a figure over all steps of a run. */
    public static int sum(JsonObject run, String figure) {
        return run.getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
                .flatMap(job -> job.getJsonArray("steps").getValuesAs(JsonObject.class).stream())
                .mapToInt(step -> step.getInt(figure))
                .sum();
    }
}
