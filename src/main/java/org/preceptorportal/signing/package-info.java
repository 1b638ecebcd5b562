/**
 * Room {@code signing}: an author signs a letter, and what is signed is kept for good.
 *
 * <p>Operations: {@code LetterSigning} (code, signature), {@code SignedLetters} (read, check a
 * printed code).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SG-1 What is signed is what was shown, with a mailed code: eight digits, ten minutes, five
 *       tries, one use. Seal, copies, row, audit and event stand or fall together (S3); signed
 *       words never change (S2).
 *   <li>SG-2 Every reading of a signed letter is written down. A learner who waived gets no text,
 *       size, page count, hash or picture (S1).
 * </ul>
 *
 * <p>Out of scope: seals ({@code seal}); drawing ({@code reports}); who may write ({@code letter});
 * which programs get it ({@code release}).
 */
@Room(
        name = "signing",
        uses = {"letter", "rendition", "roster", "seal", "reports", "store", "audit", "shell"})
package org.preceptorportal.signing;

import org.preceptorportal.Room;
