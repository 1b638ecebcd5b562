/**
 * Room {@code signing}: the authors sign a letter, and what is signed is kept for good.
 *
 * <p>Operations: {@code LetterReading} (the pages before they are signed), {@code LetterSigning}
 * (code, signature), {@code CoAuthors} (who signs too), {@code LetterLife} (a new version, or none
 * any more), {@code SignedLetters} (read, find by code or file).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SG-1 What is signed is what was shown: the mark of every part of the page, or of the file
 *       itself once somebody has signed it, goes out with the pages and comes back with the
 *       signature. Seal, copies, rows, audit and event stand or fall together (S3); signed words
 *       never change (S2).
 *   <li>SG-2 Every reading of a signed letter is written down. A learner who waived gets no text,
 *       size, page count, hash or picture (S1).
 *   <li>SG-3 Each signature takes a fresh proof that it is the author ({@code stepup}) and the tick
 *       under its meaning; so does taking it back, without the tick.
 *   <li>SG-4 Several authors sign in their order, the one who was asked first. The first signature
 *       fixes page and authors; each later one is appended and leaves the earlier ones intact. A
 *       letter is signed when the last has signed; if one declines, none has.
 *   <li>SG-5 A co-author reads what they sign, from the first author's signature on, and afterwards
 *       what they signed.
 *   <li>SG-6 A newer version supersedes the one before; a withdrawn one is given to nobody but its
 *       authors. Neither ever comes back.
 *   <li>SG-7 Whatever fails (seal, time-stamp, disk, power) leaves no half-signed letter: the draft
 *       stays and the author is told.
 *   <li>SG-8 A chair's letter, asked for by the learner or made one by its author, is closed by the
 *       one author who signs as chair, and that is the last. The author may say that no chair
 *       signs; that is written down.
 * </ul>
 *
 * <p>Out of scope: seals ({@code seal}); drawing ({@code reports}); who may write ({@code letter});
 * which programs get it ({@code release}); the certificate of completion ({@code certificate}); who
 * asks whether one is genuine ({@code verify}).
 */
@Room(
        name = "signing",
        uses = {
            "letter",
            "adviser",
            "rendition",
            "stepup",
            "roster",
            "seal",
            "archive",
            "reports",
            "store",
            "audit",
            "shell",
            "preflight",
            "season"
        })
package org.preceptorportal.signing;

import org.preceptorportal.Room;
