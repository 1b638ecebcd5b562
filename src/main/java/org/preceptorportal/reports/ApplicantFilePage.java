package org.preceptorportal.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One applicant's file for one program: what the cover says and which documents follow.
 *
 * @param applicantLatinName in Latin letters; may be null or the same as the name
 * @param aamcId may be null
 * @param season as people call it, such as "2027 season"
 * @param date of the document: the newest thing in it, never the clock
 * @param letters in the order in which they follow
 * @param report the clinical-skill report, or null
 * @param reportWanted whether the applicant released a report at all
 * @param reportFirst whether the report comes before the letters
 * @param missing what should be here and is not
 */
public record ApplicantFilePage(
        String applicantName,
        String applicantLatinName,
        String aamcId,
        String medicalSchool,
        String program,
        String institution,
        String season,
        Instant date,
        List<Letter> letters,
        byte[] report,
        boolean reportWanted,
        boolean reportFirst,
        List<Missing> missing) {
    public ApplicantFilePage {
        Objects.requireNonNull(applicantName, "applicantName");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(date, "date");
        letters = List.copyOf(letters);
        missing = List.copyOf(missing);
    }

    /**
     * A letter's upload copy, or where the letter stands that goes by a service.
     *
     * @param signed local date of the signature
     * @param verifyCode printed for whoever wants to check the original
     * @param pdf null when it goes by a service
     * @param standing null when it is here
     */
    public record Letter(
            String author,
            LocalDate signed,
            boolean waived,
            String verifyCode,
            byte[] pdf,
            String standing) {}

    /** The letters that are in this file. */
    public List<Letter> given() {
        return letters.stream().filter(letter -> letter.pdf() != null).toList();
    }

    /** The letters that go by a service. */
    public List<Letter> elsewhere() {
        return letters.stream().filter(letter -> letter.pdf() == null).toList();
    }

    /** A document that is not here, and why: one sentence each, never content. */
    public record Missing(String document, String reason) {}
}
