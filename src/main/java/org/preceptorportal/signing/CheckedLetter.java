package org.preceptorportal.signing;

import java.time.Instant;

/**
 * What a printed code tells anybody: nothing of the content.
 *
 * @param number which version of the letter, from 1
 * @param unharmed true when the original kept here is unchanged since it was signed
 */
public record CheckedLetter(
        String code,
        String authorName,
        String learnerName,
        Instant signedAt,
        int number,
        SignedLetter.State state,
        boolean unharmed) {

    public boolean stands() {
        return state == SignedLetter.State.CURRENT && unharmed;
    }
}
