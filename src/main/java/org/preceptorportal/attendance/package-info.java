/**
 * A learner's log of days on site, attested once by the preceptor.
 *
 * <p>Operations: {@link org.preceptorportal.attendance.AttendanceKeeping} (log a day, attest, open
 * again, look) and {@link org.preceptorportal.attendance.Attendances} (the totals other rooms
 * need).
 *
 * <p>Rules. <b>AT-1</b> the learner alone logs, and only days inside the rotation that are not in
 * the future where the site is. <b>AT-2</b> a log holds dates and hours, no text: so no patient can
 * be in it. <b>AT-3</b> the rotation's preceptor alone attests, from the rotation's last day on;
 * not the assistant. What is attested is what was shown: a log that changed meanwhile is shown
 * again. <b>AT-4</b> an attested log never changes; the database refuses it too. <b>AT-5</b> only
 * the coordinator opens an attested log again, with a reason; attesting and opening are in the
 * audit trail.
 *
 * <p>Out of scope: what the totals mean for an evaluation ({@code evaluation}) or a letter ({@code
 * letter}).
 */
@Room(
        name = "attendance",
        uses = {"roster", "audit", "shell"})
package org.preceptorportal.attendance;

import org.preceptorportal.Room;
