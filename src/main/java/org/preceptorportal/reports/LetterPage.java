package org.preceptorportal.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Everything that stands on a letter of recommendation.
 *
 * @param date printed under the letterhead
 * @param authorTitle may be null; line feeds start new lines
 * @param learnerLatinName the learner's name in Latin letters where the name has others; may be
 *     null
 * @param specialty applied for; may be null
 * @param context facts about how the author knows the learner
 * @param waiverStatement whether the learner waived the right to see the letter; may be null
 * @param signedBy every author in the order of signing, the one of {@code authorName} first; empty
 *     in a draft by one author
 * @param verify null in a draft
 */
public record LetterPage(
        LocalDate date,
        Letterhead letterhead,
        String authorName,
        String authorTitle,
        String learnerName,
        String learnerLatinName,
        String specialty,
        LetterBody body,
        List<Fact> context,
        String waiverStatement,
        List<SignedBy> signedBy,
        VerifyLine verify) {
    public LetterPage {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(letterhead, "letterhead");
        Objects.requireNonNull(authorName, "authorName");
        Objects.requireNonNull(learnerName, "learnerName");
        Objects.requireNonNull(body, "body");
        context = List.copyOf(context);
        signedBy = List.copyOf(signedBy);
    }

    /** The same page once it is signed. */
    public LetterPage signed(LocalDate day, List<SignedBy> by, VerifyLine where) {
        return new LetterPage(
                day,
                letterhead,
                authorName,
                authorTitle,
                learnerName,
                learnerLatinName,
                specialty,
                body,
                context,
                waiverStatement,
                by,
                where);
    }

    /** Whether it prints a signature: at least its first author's, with its time. */
    public boolean signed() {
        return !signedBy.isEmpty() && signedBy.get(0).at() != null;
    }
}
