/**
 * Room {@code release}: which programs may have which signed letters.
 *
 * <p>Operations: {@code LetterReleasing} (a learner releases a letter), {@code Releases} (what
 * packets are made of).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>RL-1 A learner releases a signed letter to programs, as many per program as the season's
 *       data allows for the program's channel (S8).
 *   <li>RL-3 To a program that takes letters by a service, a release gives the clinical-skill
 *       report and where the letter stands there, never the letter, even if the program takes
 *       letters from here later.
 *   <li>RL-2 Only current signed letters reach a program.
 * </ul>
 *
 * <p>Out of scope: packets and their downloads ({@code packet}); mails ({@code notify}).
 */
@Room(
        name = "release",
        uses = {"letter", "signing", "roster", "season", "store", "audit", "shell"})
package org.preceptorportal.release;

import org.preceptorportal.Room;
