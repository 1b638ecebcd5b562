package org.preceptorportal.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Letters to print. */
final class Letters {
    static final SignedBy SIGNED =
            new SignedBy(
                    "María Peña-Lindqvist, MD",
                    "Associate Program Director, Internal Medicine\nClinical Associate Professor",
                    "I wrote this letter and stand by it.",
                    Instant.parse("2026-11-22T22:02:00Z"),
                    ZoneId.of("America/New_York"));
    static final VerifyLine VERIFY =
            new VerifyLine("https://portal.example.org/verify", "K7QF-29TM-XW4D");

    private Letters() {}

    static LetterPage of(String learner, String latin, LetterBody body) {
        return new LetterPage(
                LocalDate.of(2026, 11, 22),
                new Letterhead(
                        "Lakeshore Regional Medical Center",
                        List.of("Department of Medicine", "2100 Lake Street", "Chicago, IL 60601"),
                        "(312) 555-0142",
                        "medicine@lakeshore.example.org"),
                "María Peña-Lindqvist, MD",
                "Associate Program Director, Internal Medicine\nClinical Associate Professor",
                learner,
                latin,
                "Internal Medicine",
                body,
                List.of(
                        new Fact("Role", "Attending physician, direct supervisor"),
                        new Fact("Setting", "Inpatient medicine and clinic"),
                        new Fact("Dates", "October 5 to October 30, 2026"),
                        new Fact("Hours together", "160"),
                        new Fact("Encounters observed", "42"),
                        new Fact("Learners supervised in 3 years", "38")),
                "The applicant has waived the right to see this letter.",
                List.of(SIGNED),
                VERIFY);
    }

    static LetterPage signedBy(LetterPage page, List<SignedBy> authors) {
        return new LetterPage(
                page.date(),
                page.letterhead(),
                page.authorName(),
                page.authorTitle(),
                page.learnerName(),
                page.learnerLatinName(),
                page.specialty(),
                page.body(),
                page.context(),
                page.waiverStatement(),
                authors,
                page.verify());
    }

    static LetterPage draft(LetterPage page) {
        return new LetterPage(
                page.date(),
                page.letterhead(),
                page.authorName(),
                page.authorTitle(),
                page.learnerName(),
                page.learnerLatinName(),
                page.specialty(),
                page.body(),
                page.context(),
                page.waiverStatement(),
                List.of(),
                null);
    }

    static LetterBody shortBody(String learner) {
        return body(
                "It is a pleasure to recommend "
                        + learner
                        + " for residency training. I supervised this four-week inpatient elective"
                        + " directly and worked beside the applicant on twenty days.",
                "On the first morning the applicant had read every chart before rounds, and by the"
                        + " second week carried six patients with an accuracy that I expect from an"
                        + " intern. Presentations were ordered, honest about what was not known, and"
                        + " ended with a plan. When a patient with decompensated cirrhosis refused a"
                        + " procedure, it was the applicant who sat down, listened, and found out"
                        + " that he was afraid of dying as his brother had.",
                "Among the 38 learners I have supervised in the last three years, the applicant"
                        + " stands among the best five. I would be glad to have such a resident in"
                        + " our own program.");
    }

    static LetterBody longBody(String learner) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(List.of(Run.of("To the Program Director:"))));
        for (int i = 0; i < 4; i++) {
            blocks.addAll(shortBody(learner).blocks());
            blocks.add(
                    new Paragraph(
                            List.of(
                                    Run.of("Three things set this applicant apart: "),
                                    new Run("judgment", true, false),
                                    Run.of(", "),
                                    new Run("kindness", false, true),
                                    Run.of(" and "),
                                    new Run("stamina", true, true),
                                    Run.of("."))));
            blocks.add(
                    new Bullets(
                            i % 2 == 1,
                            List.of(
                                    List.of(
                                            Run.of(
                                                    "Noticed a drug interaction that two of us had"
                                                            + " missed, and said so in a way that"
                                                            + " nobody lost face over.")),
                                    List.of(
                                            new Run("Stayed", true, false),
                                            Run.of(" until the family had understood.")),
                                    List.of(Run.of("Never needed to be told twice.")))));
        }
        return new LetterBody(blocks);
    }

    private static LetterBody body(String... paragraphs) {
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : paragraphs) {
            blocks.add(new Paragraph(List.of(Run.of(paragraph))));
        }
        return new LetterBody(blocks);
    }
}
