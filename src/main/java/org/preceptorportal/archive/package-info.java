/**
 * Room {@code archive}: keeps seals verifiable when certificates have ended and nobody can be asked
 * any more.
 *
 * <p>Promise: each night every sealed original that has no archive file gets one
 * (PAdES-BASELINE-LTA), and every archive file whose time-stamp comes to its end gets a newer one.
 *
 * <p>Operations: {@code Archive} (what is due, lifting, keeping); {@code ArchiveFiles} (which there
 * are); the step {@code archive-files} of the night.
 *
 * <ul>
 *   <li>AR-1 The original never changes (S2): an archive file is a further file that begins with
 *       the bytes of the one it was made of.
 *   <li>AR-2 It holds all that a verifier needs who trusts our roots alone.
 *   <li>AR-3 Only what our own verification calls intact is lifted, before and after.
 *   <li>AR-4 It is renewed a year before its time-stamp's certificate ends, or in the last quarter
 *       of a shorter life.
 *   <li>AR-5 A file that cannot be lifted is listed with its reason, and again the next night; it
 *       stops no other (S6).
 *   <li>AR-6 With outside time-stamp authorities their revocation lists go in as well; while one is
 *       not to be had, the letter waits for the next night and is listed.
 * </ul>
 *
 * <p>Out of scope: seals and time-stamps ({@code seal}); what a verifier is told ({@code verify});
 * who may read a letter or its archive file ({@code signing}).
 */
@Room(
        name = "archive",
        uses = {"seal", "store", "ledger", "shell"})
package org.preceptorportal.archive;

import org.preceptorportal.Room;
