/**
 * The coordinator's desk over duties: who owes what and how late, actions on many at once, how long
 * evaluations take, what looks careless, and all of it as a file.
 *
 * <p>Promises {@link org.preceptorportal.desk.DeskLists} (pages, counts, turnaround), {@link
 * org.preceptorportal.desk.DeskActions}, {@link org.preceptorportal.desk.DeskExport} and {@link
 * org.preceptorportal.desk.Quality}.
 *
 * <ol>
 *   <li>DE-1: only the institution's coordinators see it.
 *   <li>DE-2: a page costs the same number of queries however many duties there are, and each of
 *       them walks an index or the tally.
 *   <li>DE-3: "all that match" is the filter and what was taken out of it, never a list of ids; it
 *       is what matches when the action runs.
 *   <li>DE-4: an action on many says how many it did and how many it left out and why; one that
 *       cannot be done does not keep the others from it.
 *   <li>DE-5: turnaround is counted in days at the site, from the rotation's end (mid: from the
 *       opening) to the submission; the median and the 90th percentile are of the nearest rank.
 *   <li>DE-6: a cell of a file never begins a formula; each export is in the audit trail.
 *   <li>DE-7: what looks careless (all ratings alike, or unusually fast) is for coordinators only,
 *       and is dismissed with a note.
 * </ol>
 *
 * <p>Out of scope: the duties themselves ({@code duty}), what reminders say ({@code reminder}).
 */
@Room(
        name = "desk",
        uses = {"duty", "evaluation", "reminder", "roster", "audit", "shell"})
package org.preceptorportal.desk;

import org.preceptorportal.Room;
