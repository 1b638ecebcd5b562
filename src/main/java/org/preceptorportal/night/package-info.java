/**
 * What runs when, exactly once.
 *
 * <p>Promise: every institution gets one night per business date, at its season's hour, however
 * many nodes tick; a night that was killed goes on where it stopped and ends in the same artefacts.
 *
 * <p>Operations: {@link org.preceptorportal.night.Nights#start} · {@link
 * org.preceptorportal.night.Runs} · {@link org.preceptorportal.night.StepLedger}, which the steps
 * of other rooms write.
 *
 * <ol>
 *   <li>NI-1: one scheduled run per institution and business date, one active run per institution:
 *       unique indexes decide, never a timer.
 *   <li>NI-2: a run is owned by a lease that the database's clock measures; whoever takes a lapsed
 *       lease raises the epoch, and a chunk of the old owner can no longer commit ({@link
 *       org.preceptorportal.night.RunLost}).
 *   <li>NI-3: a step's counts and its checkpoint commit with the chunk they count (S5).
 *   <li>NI-4: a bad record is a row with its reason, never a silent gap and never the end of the
 *       night (S6).
 *   <li>NI-5: the night's hour is season data; a missed hour is caught up within six hours, and
 *       only for an institution that had begun before it.
 *   <li>NI-6: a failure is told by its kind; messages of the database may quote rows and stay out.
 * </ol>
 *
 * <p>Out of scope: what the steps make ({@code skills}, {@code packet}), dates ({@code season}).
 */
@Room(
        name = "night",
        uses = {"season", "audit", "shell"})
package org.preceptorportal.night;

import org.preceptorportal.Room;
