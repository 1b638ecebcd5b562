/**
 * What runs when, exactly once.
 *
 * <p>Promise: every institution gets one night per business date, at its season's hour, however
 * many nodes tick; a night is a program of jobs that says which waits for which; one that was
 * killed goes on where it stopped, on any node, and ends in the same artefacts.
 *
 * <p>Operations: {@link org.preceptorportal.night.Nights} (start, stop, restart, pause, resume) ·
 * {@link org.preceptorportal.night.Runs} (read models) · {@link
 * org.preceptorportal.night.NightProgram} ({@code batch-jobs/program.yaml}).
 *
 * <ol>
 *   <li>NI-1: one scheduled night per institution and business date, one run per night and job, one
 *       active night per institution and one beside it per single program: unique indexes decide,
 *       never a timer.
 *   <li>NI-2: a run is owned by a lease that the database's clock measures; whoever takes a lapsed
 *       lease raises the epoch, and a chunk of the old owner can no longer commit ({@link
 *       org.preceptorportal.ledger.RunLost}).
 *   <li>NI-3: a restart has the date, cut-off and order of the first try; of two restarts one wins.
 *   <li>NI-4: a bad record is a row with its reason, never a silent gap and never the end of the
 *       night (S6).
 *   <li>NI-5: the night's hour is season data; a missed hour is caught up within six hours, and
 *       only for an institution that had begun before it.
 *   <li>NI-6: a failure is told by its kind; messages of the database may quote rows and stay out.
 *   <li>NI-7: a job begins when those it waits for are over; whichever node sees it first begins
 *       it, under the lock of the night's row, in a thread of the night's own and never of a
 *       request.
 *   <li>NI-8: who stops a night stops it for good: no start of the portal goes on with it.
 *   <li>NI-9: one program's night, in the season's days of silence, is begun or gone on with only
 *       if that program asked; who orders it states so, and the trail keeps it (S10).
 *   <li>NI-10: a node that is told to end stops its runs at their next chunk and leaves them to
 *       whoever comes next, itself or another.
 *   <li>NI-11: a run that something outside the portal ended is tried again at its checkpoint, a
 *       few times, and each time is a row; then it fails.
 * </ol>
 *
 * <p>Out of scope: what the steps make ({@code skills}, {@code packet}), dates ({@code season}).
 */
@Room(
        name = "night",
        uses = {"ledger", "season", "audit", "shell"})
package org.preceptorportal.night;

import org.preceptorportal.Room;
