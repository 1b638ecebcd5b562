/**
 * Room {@code letter}: a letter of recommendation from the learner's request to the program that
 * may have it.
 *
 * <p>Operations: {@code LetterRequesting} (ask, waive, see how far it is), {@code LetterWriting}
 * (open, accept, decline, write, preview), {@code LetterSigning} (code, signature), {@code
 * LetterReleasing} (to programs), {@code SignedLetters} (read, check a printed code), {@code
 * Releases} (what packets are made of).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>LT-1 Content is read by the author; by the learner only when signed and not waived; by
 *       programs only through packets; by nobody else. A learner who waived sees the stage: no
 *       text, size, page count, hash or picture (S1). Every reading of a signed letter is written
 *       down.
 *   <li>LT-2 The waiver is chosen without a default, signed by the learner's name, and may change
 *       until the preceptor opens the request; then it stands.
 *   <li>LT-3 A save names the version it was based on; a second device is told, and both texts are
 *       kept (S9).
 *   <li>LT-4 What is signed is what was shown, with a mailed code: eight digits, ten minutes, five
 *       tries, one use. Seal, copies, row, audit and event stand or fall together (S3); signed
 *       words never change (S2).
 *   <li>LT-5 A letter's text has paragraphs, bold, italic and lists, and nothing else.
 *   <li>LT-6 A learner releases a signed letter to programs that take letters from here, as many
 *       per program as the season's data allows (S8).
 *   <li>LT-7 Letterhead, names and the context block come from the records; nobody edits them.
 *   <li>LT-8 One letter per rotation, until it is declined.
 * </ul>
 *
 * <p>Out of scope: drawing pages ({@code reports}); seals ({@code seal}); mails ({@code notify});
 * packets and their downloads ({@code packet}); superseding and withdrawing, which the rows already
 * allow.
 */
@Room(
        name = "letter",
        uses = {"roster", "seal", "reports", "store", "season", "evaluation", "audit", "shell"})
package org.preceptorportal.letter;

import org.preceptorportal.Room;
