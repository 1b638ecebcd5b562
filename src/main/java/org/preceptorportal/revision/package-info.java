/**
 * Room {@code revision}: says which bytes of a PDF are covered by which signature, and whether what
 * was appended behind the last author's signature may stand there. It reads strictly and knows
 * neither keys nor certificates nor pages; no PDF library has a say.
 *
 * <p>Operations: {@code SignedFile.read} finds the signatures; {@code SignedFile.onlyArchivedFrom}
 * judges what came after; {@code SignedFile.longHexRuns} shows what may be left of a signature.
 *
 * <p>Rules (the reasons are in ADR 0019):
 *
 * <ul>
 *   <li>RV-1 Every byte of the file but the signatures' own digits is covered by the last
 *       signature.
 *   <li>RV-2 Each signature covers the file from its first byte to the end of its own revision.
 *   <li>RV-3 Behind the authors' signatures only archive material may be appended: the certificates
 *       of a validation store and time-stamps over the whole file. Nothing that a page shows.
 *   <li>RV-4 What is read is bounded: number of signatures, depth, unpacked bytes. Work grows with
 *       the size of the file only.
 * </ul>
 *
 * <p>Out of scope: whether a signature holds and whose it is ({@code seal}); drawing and appending
 * ({@code reports}).
 */
@Room(
        name = "revision",
        uses = {})
package org.preceptorportal.revision;

import org.preceptorportal.Room;
