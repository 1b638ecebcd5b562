/**
 * Who owes which evaluation of which rotation until when, and every way out of owing it.
 *
 * <p>Promises {@link org.preceptorportal.duty.Duties} (lists, exits, what the coordinator decides)
 * and duties in step with the roster.
 *
 * <ol>
 *   <li>DU-1: each rotation has one final duty; one that lasts as long as its season says also has
 *       a mid one. It is due at 17:00 where the site is.
 *   <li>DU-2: the final one opens seven days before the rotation's end; the mid one at the middle.
 *   <li>DU-3: a mid duty that is open when the final one opens is missed; none is made when it is
 *       too late for it.
 *   <li>DU-4: only the preceptor who owes it now, or an assistant of theirs, takes an exit; only a
 *       coordinator excuses and reopens; both may hand it to another preceptor of the institution.
 *   <li>DU-5: every exit but "not mine" gives a reason; every step is in the audit trail and is
 *       told to other rooms in its transaction.
 *   <li>DU-6: when the roster names another preceptor, the open duty goes with it; else a duty that
 *       was handed over stays where it is.
 *   <li>DU-7: putting off a reminder moves no due date, and reaches at most thirty days ahead.
 *   <li>DU-8: what was handed over keeps its draft: the colleague goes on with it.
 * </ol>
 *
 * <p>Out of scope: what an evaluation says ({@code evaluation}), mails ({@code reminder}), the
 * coordinator's lists ({@code desk}).
 */
@Room(
        name = "duty",
        uses = {"roster", "season", "audit", "shell"})
package org.preceptorportal.duty;

import org.preceptorportal.Room;
