package org.preceptorportal.structure;

import java.time.Instant;

/**
 * A letter's answers as its author sees them, content included; given to nobody else (LT-1).
 *
 * @param version to base the next save on
 */
public record StructureSheet(
        long letterId,
        String learnerName,
        String specialty,
        Structure structure,
        StructureAnswers answers,
        History history,
        boolean historyHidden,
        boolean writable,
        Instant savedAt,
        int version) {
    /** Never logged: it holds the author's words. */
    @Override
    public String toString() {
        return "StructureSheet[letter=" + letterId + "]";
    }
}
