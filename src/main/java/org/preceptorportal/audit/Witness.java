package org.preceptorportal.audit;

import java.time.Instant;
import java.util.List;

/**
 * Knows, from outside the trail, how far it had come at some time (AU-6). A chain alone looks whole
 * when its newest events are cut off or written anew. A room adds one by a CDI bean.
 */
public interface Witness {
    /**
     * The trail's newest event as it was seen.
     *
     * @param at when, as is proven; null when the proof does not hold
     */
    record Head(long number, String hash, Instant at) {}

    /** What was seen of an institution's trail, in the order of the numbers. */
    List<Head> heads(long tenantId);
}
