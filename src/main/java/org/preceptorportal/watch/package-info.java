/**
 * What people and monitors see of the nights: the run page, how long a night takes yet, two nights
 * side by side, figures, mails about what went wrong, and whether a night was missed.
 *
 * <p>Operations: {@link org.preceptorportal.watch.Progress}, {@link
 * org.preceptorportal.watch.NightFigures}, {@link org.preceptorportal.watch.MissedNights}; {@link
 * org.preceptorportal.watch.NightCommand} is {@code ./portal night}.
 *
 * <ol>
 *   <li>WA-1: an estimate is a span from what was counted and timed; where something was never seen
 *       there is none.
 *   <li>WA-2: a night that failed or left something out is told to each coordinator once (S10), in
 *       numbers, without a name.
 *   <li>WA-3: a night that never began, though due for an hour, makes {@code /health/ready} red;
 *       not that of a demo institution, and not while nights are paused.
 *   <li>WA-4: figures are an institution's own, behind its key; labels name jobs and steps.
 *   <li>WA-5: an ended night has its signed manifest within half a minute, also if the portal was
 *       killed as it ended.
 * </ol>
 *
 * <p>Out of scope: starting, stopping and owning nights ({@code night}), what is signed ({@code
 * manifest}).
 */
@Room(
        name = "watch",
        uses = {"night", "manifest", "notify", "access", "roster", "season", "audit", "shell"})
package org.preceptorportal.watch;

import org.preceptorportal.Room;
