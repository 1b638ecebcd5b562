/**
 * Room {@code certificate}: says how a letter was signed, for whoever must prove it later.
 *
 * <p>Operations: {@code Certificates} (the sealed file, for the letter's authors); a tick makes the
 * certificates of letters that were just signed.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>CE-1 A certificate is made once, after the letter's signature is committed, from what was
 *       written down in that transaction (ADR 0021).
 *   <li>CE-2 It holds no word of the letter, but the names of its files: so it is for the letter's
 *       authors, and never for a learner (S1). Every reading is written down.
 *   <li>CE-3 It is PDF/A-2a and PDF/UA-1 and sealed by the portal.
 * </ul>
 *
 * <p>Out of scope: signing ({@code signing}); drawing ({@code reports}); checking ({@code verify}).
 */
@Room(
        name = "certificate",
        uses = {"signing", "letter", "stepup", "reports", "seal", "store", "audit", "shell"})
package org.preceptorportal.certificate;

import org.preceptorportal.Room;
