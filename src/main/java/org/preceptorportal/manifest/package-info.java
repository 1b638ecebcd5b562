/**
 * What each night made, left out and was made with, as a statement that the portal signs.
 *
 * <p>Operations: {@link org.preceptorportal.manifest.Manifests}: write, read, compare.
 *
 * <ol>
 *   <li>MA-1: a manifest names artefacts by the hash of their inputs and of their bytes, in a fixed
 *       order; it names no person.
 *   <li>MA-2: what is signed is small; it vouches for the lists of artefacts by their hashes, which
 *       are written and read in parts: memory stays flat however much a night made.
 *   <li>MA-3: an artefact is a row of any table that refers to {@code run} and says its inputs in
 *       {@code input_key}; tables that come later cannot be forgotten.
 *   <li>MA-4: a signed manifest never changes; a night that is restarted gets a further edition.
 * </ol>
 *
 * <p>Out of scope: what a night is ({@code night}), its ledger ({@code ledger}), who is told
 * ({@code watch}).
 */
@Room(
        name = "manifest",
        uses = {"night", "anchor", "seal", "store", "audit", "shell"})
package org.preceptorportal.manifest;

import org.preceptorportal.Room;
