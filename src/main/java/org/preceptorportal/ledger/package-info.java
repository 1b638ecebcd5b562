/**
 * What each step of a night read, made, found unchanged and skipped, and how far each of its parts
 * came.
 *
 * <p>Promise: the sums are right at any moment, whatever was killed, because a part's counts, its
 * place and its artefacts commit together.
 *
 * <p>Operations: a step of any room is three types in the room's {@code batch} package: its ranges
 * ({@link org.preceptorportal.ledger.StepParts}), its items ({@link
 * org.preceptorportal.ledger.PartReader}), and a writer that calls {@link
 * org.preceptorportal.ledger.StepLedger#count} once a chunk and {@link
 * org.preceptorportal.ledger.StepLedger#skip} for what it leaves out. {@link
 * org.preceptorportal.ledger.NightRun} says for whom and as of when.
 *
 * <ol>
 *   <li>LE-1: a part is a row that only its own partition writes, in the chunk's transaction (S5).
 *   <li>LE-2: parts are kept: a restart has the parts of the first try, and each goes on after the
 *       last item it did, on any node and with any number of threads.
 *   <li>LE-3: a chunk of a run that was taken over cannot commit: its part's epoch is another.
 *   <li>LE-4: {@code read = made + unchanged + skipped}; whatever is skipped is a row with its
 *       reason (S6).
 * </ol>
 *
 * <p>Out of scope: which job runs when and where ({@code night}); what a step makes.
 */
@Room(name = "ledger")
package org.preceptorportal.ledger;

import org.preceptorportal.Room;
