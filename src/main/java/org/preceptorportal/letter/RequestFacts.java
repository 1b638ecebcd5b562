package org.preceptorportal.letter;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a learner asks for.
 *
 * @param rotationId one of the learner's own
 * @param specialty the specialty it shall speak to
 * @param purpose what it is needed for, in the learner's words
 * @param note what the author should know; empty when there is nothing
 * @param deadline the day it is needed by, or null
 * @param waived the learner's choice about reading it
 * @param signature the learner's typed full name under that choice
 */
public record RequestFacts(
        long rotationId,
        String specialty,
        String purpose,
        String note,
        LocalDate deadline,
        boolean waived,
        String signature) {
    public RequestFacts {
        Objects.requireNonNull(specialty, "a letter speaks to a specialty");
        Objects.requireNonNull(purpose, "a letter has a purpose");
        note = note == null ? "" : note;
    }
}
