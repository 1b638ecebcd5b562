/**
 * Room {@code asking}: a learner asks for letters and follows them; a preceptor answers.
 *
 * <p>Operations: {@code LetterRequesting} (ask, waive, list), {@code LetterFollowing} (see the way,
 * remind, thank, take a waiver back), {@code LetterAnswering} (the request on one page, later),
 * {@code LetterAgenda} (what letters ask of somebody today).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>AK-1 A learner sees stages and dates; of a waived letter nothing else: no text, size, page
 *       count, hash or picture (S1).
 *   <li>AK-2 A rotation has one letter at a time; after a declined or withdrawn one the learner may
 *       ask again.
 *   <li>AK-3 A learner reminds an author at most as often as the season's data allows, by one mail
 *       each, at hours at which reminders leave; and thanks once, after the signature.
 *   <li>AK-4 A waiver that was locked can be taken back in writing for letters still to be asked
 *       for. It opens none that was asked for before.
 *   <li>AK-5 A preceptor accepts, declines or puts off; why, and until when, the learner never
 *       sees. A short deadline is said kindly and refused nowhere.
 * </ul>
 *
 * <p>Out of scope: writing ({@code letter}); signing ({@code signing}); programs ({@code release}).
 */
@Room(
        name = "asking",
        uses = {
            "letter",
            "signing",
            "release",
            "attachment",
            "delivery",
            "adviser",
            "roster",
            "evaluation",
            "reports",
            "season",
            "audit",
            "shell"
        })
package org.preceptorportal.asking;

import org.preceptorportal.Room;
