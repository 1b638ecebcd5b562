package org.preceptorportal.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.reports.Fact;

/**
 * A letter as its author sees it, content included; given to nobody else but, until it is signed,
 * to who drafts for them (LT-1).
 *
 * @param savedBy who saved last, or null
 * @param letterheadId the chosen one; null: the author's usual one
 * @param contextHidden the facts from the records are left out of the page
 */
public record AuthoredLetter(
        long id,
        String learnerName,
        String learnerLatinName,
        String medicalSchool,
        String specialty,
        String purpose,
        String note,
        LocalDate deadline,
        boolean waived,
        LetterStatus status,
        Instant requestedAt,
        List<Fact> context,
        LetterText text,
        Instant savedAt,
        String savedBy,
        Long letterheadId,
        boolean contextHidden,
        int version) {

    public boolean writable() {
        return status == LetterStatus.DRAFTING;
    }

    /** Never logged: it holds the author's words. */
    @Override
    public String toString() {
        return "AuthoredLetter[id=" + id + "]";
    }
}
