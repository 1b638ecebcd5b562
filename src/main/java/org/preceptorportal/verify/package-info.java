/**
 * Room {@code verify}: anybody learns whether a letter is genuine, from its file or its printed
 * code, here or on a machine without network.
 *
 * <p>Operations: {@code LetterVerifying} answers for a code, a fingerprint (SHA-256) or a whole
 * file; {@code VerifyCommand} judges files and packets with the root certificate alone.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>VF-1 An answer names authors, learner, time, level, version and state; never words, size or
 *       number of pages (S1).
 *   <li>VF-2 A file is judged in memory: never stored, never logged, no name of it kept.
 *   <li>VF-3 Asking is limited per network address, looking into files also in number at a time.
 *   <li>VF-4 Genuine is only what the seal says is intact, or what is byte for byte a file we keep
 *       whose original is intact. What counts as altered is in ADR 0019.
 *   <li>VF-5 The command needs no network, no database and no running portal.
 *   <li>VF-6 The trail says from when on which authorities sealed.
 * </ul>
 *
 * <p>Out of scope: seals ({@code seal}); which revision covers what ({@code revision}); signing,
 * superseding and withdrawing ({@code signing}); packets ({@code packet}).
 */
@Room(
        name = "verify",
        uses = {"seal", "certificate", "archive", "signing", "letter", "audit", "store", "shell"})
package org.preceptorportal.verify;

import org.preceptorportal.Room;
