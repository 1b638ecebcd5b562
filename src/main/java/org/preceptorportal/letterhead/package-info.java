/**
 * Room {@code letterhead}: whose paper letters are written on.
 *
 * <p>Operations: {@code LetterheadKeeping} (add, change, remove, choose the usual one), {@code
 * Letterheads} (what a letter is printed on).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>LH-1 A preceptor has personal letterheads, as many as they keep; a site has at most one
 *       that all of its preceptors share, kept by coordinators. Without either, the records of site
 *       and preceptor make one.
 *   <li>LH-2 A letterhead gives institution, address, telephone and e-mail, as the services that
 *       take letters ask for. A shared one may leave telephone and e-mail to the author's own.
 *   <li>LH-3 A logo is decoded and drawn anew before it is kept ({@code reports.Logo}); nothing
 *       else of the uploaded file is.
 *   <li>LH-4 A removed one is no longer offered; a draft on it keeps it.
 *   <li>LH-5 Personal ones belong to their preceptor and who assists them; nobody else sees them
 *       but on the letters themselves.
 * </ul>
 *
 * <p>Out of scope: how a head is drawn ({@code reports}); which one a letter has ({@code letter}).
 */
@Room(
        name = "letterhead",
        uses = {"roster", "reports", "picture", "store", "audit", "shell"})
package org.preceptorportal.letterhead;

import org.preceptorportal.Room;
