package org.preceptorportal.feedback;

import java.io.Serializable;
import java.time.Instant;

/**
 * The place of the reply below an evaluation.
 *
 * @param text what the learner wrote, or null while nothing
 * @param writtenAt null while nothing is written
 * @param finalAt from when on it no longer changes, or null
 * @param writable whether the caller may write or change it now
 */
public record ReplyView(
        long evaluationId,
        String learner,
        String text,
        Instant writtenAt,
        Instant finalAt,
        boolean writable)
        implements Serializable {
    public boolean written() {
        return text != null;
    }
}
