package org.preceptorportal.asking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.attachment.Attachments;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.reports.Fact;

/**
 * All that a preceptor needs for an answer, on one page. It holds nothing of the letter itself.
 *
 * @param reason why this preceptor
 * @param facts to recall
 * @param erasLetterId or null
 * @param daysLeft to the deadline, negative when it is over; null without one
 * @param shortNotice whether that is less than writers need
 * @param context from the records
 * @param papers that the learner handed in
 * @param evaluations numbers of the preceptor's own evaluations of this rotation
 * @param declineReason the preceptor's private note, or null
 * @param thanks the learner's words after the signature, or null
 */
public record AskedLetter(
        long id,
        String learnerName,
        String learnerLatinName,
        String medicalSchool,
        String specialty,
        String purpose,
        String note,
        String reason,
        List<String> facts,
        boolean chairLetter,
        String erasLetterId,
        LocalDate deadline,
        Long daysLeft,
        boolean shortNotice,
        boolean waived,
        Instant waivedAt,
        LetterStatus status,
        Instant requestedAt,
        LocalDate snoozedUntil,
        List<Fact> context,
        List<Attachments.Shown> papers,
        List<Long> evaluations,
        String declineReason,
        String thanks) {}
