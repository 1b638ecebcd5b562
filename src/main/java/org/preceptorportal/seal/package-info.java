/**
 * Room {@code seal}: signs bytes so that anyone can verify them years later, and says whether
 * sealed bytes are still the ones that were signed.
 *
 * <p>Operations: {@code Seal.sign} gives the detached CMS that makes a prepared PDF a
 * PAdES-BASELINE-T file, {@code Seal.begin} the same in parts; {@code Seal.verify} judges signed
 * bytes or a whole file; {@code Seal.authorities} gives the certificates a verifier must trust;
 * {@code Seal.roll} begins a new generation of them; {@code Seal.check} proves that signing works;
 * {@code PortalSeal} signs what the portal itself states. Where keys and time-stamps come from:
 * {@code SealSettings}.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SE-1 Every seal has its own key. It is made for this seal and forgotten with it (ADR 0006).
 *   <li>SE-2 No seal without a time-stamp: if no time-stamp authority answers, nothing is signed.
 *   <li>SE-3 A seal that our own verification does not accept is never kept: {@code Seal.sign}
 *       gives none, and who takes one early ({@code Sealing}) asks before the commit.
 *   <li>SE-4 A file is intact only if its seals cover every byte of it, but for archive material
 *       behind them (room {@code revision}, ADR 0019).
 *   <li>SE-5 An existing key store is never replaced: one that cannot be opened stops signing.
 *   <li>SE-6 Unless outside time-stamp authorities are configured, only our own authority's
 *       time-stamps count.
 *   <li>SE-7 Authorities roll over with overlap: a new generation seals, all of them verify (ADR
 *       0017).
 *   <li>SE-8 An outside time-stamp counts only if status, nonce, imprint, policy, time, certificate
 *       and chain hold; else the next authority is asked.
 *   <li>SE-9 What the portal itself states is signed by a certificate for that purpose alone: no
 *       author's signature passes for the portal's, nor the portal's for an author's.
 *   <li>SE-10 Revocation lists are fetched for outside authorities only, from the addresses their
 *       certificates name, by HTTP, bounded in size and time, following no redirection.
 * </ul>
 *
 * <p>Out of scope: drawing PDF and its signature placeholder ({@code reports}); keeping bytes
 * ({@code store}); who may sign and the audit row ({@code letter}, {@code audit}); archive files
 * ({@code archive}).
 */
@Room(
        name = "seal",
        uses = {"revision", "shell"})
package org.preceptorportal.seal;

import org.preceptorportal.Room;
