/**
 * Who you are and what you may: one-time links, passwords, API keys, and the doors.
 *
 * <p>Operations: {@link org.preceptorportal.access.Links} mails and redeems one-time links; {@link
 * org.preceptorportal.access.PasswordSignIn} checks staff passwords; {@link
 * org.preceptorportal.access.SignIns} knows in which browsers people are; {@link
 * org.preceptorportal.access.Assistants} invites and removes them; {@link
 * org.preceptorportal.access.ApiKeys} makes and reads keys; {@link
 * org.preceptorportal.access.AccountCommand} makes staff accounts and renews their passwords;
 * {@link org.preceptorportal.access.Doors} knows who may open which page, file and API call.
 *
 * <ol>
 *   <li>AC-1: what no doors file lists does not exist (404); a test finds unlisted pages and calls.
 *   <li>AC-2: a link's GET only shows whom it is for, its POST consumes it: mail scanners open
 *       links before people do.
 *   <li>AC-3: a link works once, for 10 minutes, for one account and one target; only the SHA-256
 *       of its token is kept. A used or expired one offers a fresh one to the known address.
 *   <li>AC-4: no answer tells whether an address or account exists.
 *   <li>AC-5: passwords are PBKDF2-HMAC-SHA512, at least 210,000 rounds; wrong ones cost growing
 *       delays per account and a ceiling per network address.
 *   <li>AC-6: a sign-in is a row and a cookie and outlives a restart; it ends when it is not used
 *       for 12 hours and after 7 days, for staff 30 minutes and 12 hours; by signing out, here or
 *       elsewhere; and at once with its account. The servlet session opens nothing, and a new one
 *       is made at each sign-in.
 *   <li>AC-7: API calls that change something take a key only, never the session (CSRF); but calls
 *       marked {@code session} in the doors take the session only, from the portal's own origin
 *       (Sec-Fetch-Site or Origin) and as JSON.
 *   <li>AC-8: no token, key, password or e-mail address enters a log or the trail.
 *   <li>AC-9: where {@code portal.demo} is off, a demo institution's accounts, links and keys open
 *       nothing.
 *   <li>AC-10: a browser's unsent typing is kept with a key of this account and browser, which a
 *       sign-out deletes and an expiry does not.
 *   <li>AC-11: a preceptor invites and removes assistants; they draft for this preceptor only,
 *       under their own name. A learner of the institution is never one.
 *   <li>AC-12: an API key is an account's: walls that stand before the person stand before the key,
 *       and it ends with the account. One that is nobody's (a command's while it runs, or of
 *       before) makes only the calls that the doors call {@code machine}, which give out no letter.
 * </ol>
 *
 * <p>A plain servlet filter guards the doors, not Jakarta Security: it sees static files, pages and
 * API calls alike, before all of them, and needs no container roles, for the use cases check.
 *
 * <p>Out of scope: whether a thing is the caller's (each room's use cases), sending mail ({@code
 * notify}).
 */
@Room(
        name = "access",
        uses = {"roster", "notify", "audit", "shell"})
package org.preceptorportal.access;

import org.preceptorportal.Room;
