/**
 * Room {@code asking}: a learner asks for letters and follows them; a preceptor answers.
 *
 * <p>Operations: {@code LetterRequesting} (ask, waive, see how far it is), {@code LetterAgenda}
 * (what letters ask of somebody today).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>AK-1 A learner sees stages and dates; of a waived letter nothing else: no text, size, page
 *       count, hash or picture (S1).
 *   <li>AK-2 A rotation has one letter at a time; after a declined one the learner may ask again.
 * </ul>
 *
 * <p>Out of scope: writing ({@code letter}); signing ({@code signing}); programs ({@code release}).
 */
@Room(
        name = "asking",
        uses = {"letter", "signing", "release", "roster", "audit", "shell"})
package org.preceptorportal.asking;

import org.preceptorportal.Room;
