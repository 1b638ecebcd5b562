/**
 * Who you are and what you may: one-time links, passwords, API keys, and the doors.
 *
 * <p>Operations: {@link org.preceptorportal.access.Links} mails and redeems one-time links; {@link
 * org.preceptorportal.access.PasswordSignIn} checks staff passwords; {@link
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
 *   <li>AC-6: signing in makes a new session; a visit ends 12 hours after it began.
 *   <li>AC-7: API calls that change something take a key only, never the session (CSRF); but calls
 *       marked {@code session} in the doors take the session only, from the portal's own origin
 *       (Sec-Fetch-Site or Origin) and as JSON.
 *   <li>AC-8: no token, key, password or e-mail address enters a log or the trail.
 *   <li>AC-9: where {@code portal.demo} is off, a demo institution's accounts, links and keys open
 *       nothing.
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
