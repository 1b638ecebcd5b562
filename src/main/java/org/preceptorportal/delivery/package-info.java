/**
 * How a signed letter gets to the services that programs read, and who sees to it.
 *
 * <p>Promise: after signing, the author, or one whom the author trusts with it, knows what to do
 * where, has the right file, and writes down that it is done; the learner sees the date.
 *
 * <p>Operations: {@link org.preceptorportal.delivery.NextSteps} (what to do where, the file),
 * {@link org.preceptorportal.delivery.Designees} (invite, remove), {@link
 * org.preceptorportal.delivery.Uploads} (written down), {@link
 * org.preceptorportal.delivery.LetterIds} (the number by which a service knows the letter).
 *
 * <ol>
 *   <li>DL-1: what to do is data of the season, per channel (S8).
 *   <li>DL-2: a designee is somebody by an e-mail address, for one letter; the author invites and
 *       removes them. They get the next steps and the copy for upload, nothing else.
 *   <li>DL-3: no learner of the institution is a designee, and nobody who advises the learner. Both
 *       are asked at the invitation and again at each door.
 *   <li>DL-4: each fetching of the copy, each record "uploaded" and each invitation is in the
 *       trail.
 *   <li>DL-5: an auditor or administrator who advises a learner reads the trail without the details
 *       of that learner's letters, which hold their hashes.
 *   <li>DL-6: an assistant whom the author removes uploads for that author no more.
 * </ol>
 *
 * <p>Out of scope: programs that take letters from here ({@code release}); what the copy is ({@code
 * signing}); mails ({@code notify}).
 */
@Room(
        name = "delivery",
        uses = {"letter", "signing", "release", "adviser", "roster", "season", "audit", "shell"})
package org.preceptorportal.delivery;

import org.preceptorportal.Room;
