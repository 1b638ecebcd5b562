package org.preceptorportal.shell.health;

import java.util.Optional;

/**
 * One thing that must work before this portal may serve. A room adds one by a CDI bean of this
 * type; all are asked at each {@code GET /health/ready}, so they must answer in milliseconds.
 */
public interface Probe {
    /** Short and in words, as shown by {@code /health/ready}: {@code database}. */
    String name();

    /**
     * @throws Exception if it does not work; the message goes to the log only
     */
    void check() throws Exception;

    /**
     * What somebody should see to before long, though it works: one sentence for the log, which
     * says it once a start; {@code /health/ready} says {@code UP, see the log}. Mostly empty.
     */
    default Optional<String> advice() {
        return Optional.empty();
    }
}
