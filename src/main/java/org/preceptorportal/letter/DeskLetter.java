package org.preceptorportal.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.preceptorportal.roster.Learner;

/**
 * A letter on its author's desk.
 *
 * @param begun true when some text is kept
 */
public record DeskLetter(
        long id,
        String learnerName,
        String learnerLatinName,
        String specialty,
        LocalDate deadline,
        LetterStatus status,
        boolean begun,
        Instant requestedAt,
        Instant signedAt) {

    static DeskLetter of(Letter letter, Learner learner) {
        return new DeskLetter(
                letter.id(),
                learner.fullName(),
                learner.latinName(),
                letter.specialty(),
                letter.deadline(),
                letter.status(),
                letter.savedAt() != null,
                letter.requestedAt(),
                letter.signedAt());
    }
}
