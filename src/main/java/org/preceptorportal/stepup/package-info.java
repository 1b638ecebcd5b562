/**
 * Room {@code stepup}: is it you, right now? Asked before a signature, over and above the sign-in.
 *
 * <p>Operations: {@code StepUp} (mails a code, judges what was typed), {@code Authenticators} (a
 * preceptor chooses an app instead of the mail).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SU-1 A mailed code has eight digits, works for ten minutes, five tries and one use, for one
 *       person and one letter; only its hash is kept. Of those that wait unused only the newest
 *       works, and while there are five no other is mailed.
 *   <li>SU-2 An app's code follows RFC 6238: six digits, thirty seconds, one step of drift, never
 *       the same step twice; five wrong ones in ten minutes stop it for as long.
 *   <li>SU-3 An app's secret is shown once, while it is set up, and kept encrypted; no page and no
 *       call gives it back.
 *   <li>SU-4 Choosing an app or leaving it takes a mailed code, and is written down and told by
 *       mail.
 *   <li>SU-5 A wrong try stays counted although what it was for is undone.
 * </ul>
 *
 * <p>Out of scope: signing in ({@code access}); what a code is asked for ({@code signing});
 * carrying mails ({@code notify}).
 */
@Room(
        name = "stepup",
        uses = {"roster", "audit", "shell"})
package org.preceptorportal.stepup;

import org.preceptorportal.Room;
