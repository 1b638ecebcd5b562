package org.preceptorportal.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.Letterhead;
import org.preceptorportal.reports.Paragraph;
import org.preceptorportal.reports.Run;
import org.preceptorportal.reports.SealSlot;
import org.preceptorportal.reports.SignedBy;
import org.preceptorportal.reports.VerifyLine;
import org.preceptorportal.seal.Lifted;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.Signatory;

/** Real letters, drawn and sealed as the portal does it. */
final class SealedLetters {
    private static final Instant AT = Instant.parse("2026-11-22T22:02:00Z");
    private static final LetterPrinter PRINTER = new LetterPrinter();

    final Seal seal;
    private final Path folder;

    SealedLetters(Path folder) {
        this.folder = folder;
        this.seal = new Seal(folder, null, Clock.systemUTC());
    }

    byte[] single() {
        return signed(PRINTER.original(page("Ana Ruiz, MD", "Linh Nguyễn")).pdf(), "Ana Ruiz, MD");
    }

    byte[] group() {
        return signed(signed(single(), "Omar Haddad, MD"), "Wei Chen, DO");
    }

    byte[] archived(byte[] sealed) {
        return Lifted.of(sealed, seal, folder);
    }

    byte[] stamp(byte[] digest) {
        return Lifted.stamp(digest, folder);
    }

    byte[] uploadCopy() {
        return PRINTER.uploadCopy(page("Ana Ruiz, MD", "Linh Nguyễn")).pdf();
    }

    /** Another letter, to take parts from. */
    byte[] other() {
        return signed(PRINTER.original(page("Ana Ruiz, MD", "José Álvarez")).pdf(), "Ana Ruiz, MD");
    }

    byte[] signed(byte[] pdf, String author) {
        SealSlot slot = SealSlot.open(pdf, author, "I wrote this letter.", AT, seal.reserve());
        return slot.close(
                seal.sign(slot.signedBytes(), new Signatory(author, "Northgate Medical Center")));
    }

    static LetterPage page(String author, String learner) {
        return new LetterPage(
                LocalDate.of(2026, 11, 22),
                new Letterhead(
                        "Northgate Medical Center",
                        List.of("2100 Lake Street", "Chicago, IL 60601"),
                        "(312) 555-0142",
                        "medicine@northgate.example"),
                author,
                "Attending Physician",
                learner,
                null,
                "Internal Medicine",
                new LetterBody(
                        List.of(
                                new Paragraph(
                                        List.of(
                                                Run.of(
                                                        "I supervised "
                                                                + learner
                                                                + " for four weeks and recommend"
                                                                + " this applicant warmly."))))),
                List.of(),
                null,
                List.of(
                        new SignedBy(
                                author,
                                "Attending Physician",
                                "I wrote this letter.",
                                AT,
                                ZoneId.of("America/Chicago"))),
                new VerifyLine("https://portal.example.org/verify", "K7QF-29TM-XW4D"));
    }
}
