package org.preceptorportal.asking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.letter.LetterStatus;

/**
 * How far a letter is, for its learner. S1: nothing here tells what is in it, nor how long it is.
 *
 * @param readableId the signed letter that the learner may read; null when waived or not signed
 * @param releasedTo names of the programs that were chosen
 */
public record MyLetter(
        long id,
        String authorName,
        String specialty,
        String purpose,
        LocalDate deadline,
        LetterStatus status,
        boolean waived,
        Instant requestedAt,
        Instant decidedAt,
        Instant signedAt,
        Long readableId,
        List<String> releasedTo) {

    public boolean waiverOpen() {
        return status == LetterStatus.REQUESTED;
    }

    public boolean signed() {
        return status == LetterStatus.SIGNED;
    }

    /** Whether programs may have it: no longer once it is withdrawn. */
    public boolean released() {
        return status != LetterStatus.WITHDRAWN && !releasedTo.isEmpty();
    }
}
