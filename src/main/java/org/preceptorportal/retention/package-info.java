/**
 * Room {@code retention}: throws away what has had its time, and nothing that anybody still needs.
 *
 * <p>Promise: each night the portal gives back what expired sign-ins, superseded reports, packets
 * that nobody took, old runs and unused files hold, and says how much that was.
 *
 * <p>Operations: the job {@code retention}; {@code LegalHolds} (place, lift, list); {@code
 * Policies} (how long what is kept: {@code seasons/retention.json}).
 *
 * <ul>
 *   <li>RT-1 What goes is written down, rule by rule, in {@code Rule}; what no rule names stays.
 *       Signed letters, archive files, certificates, evaluations, mails sent and audit events have
 *       none.
 *   <li>RT-2 A row that another table refers to stays, whichever table that is: the foreign keys
 *       decide, so that a new table cannot be forgotten.
 *   <li>RT-3 A packet that somebody took stays as long as its season is kept: whoever took a letter
 *       is told when it is withdrawn. A season that was taken out of {@code seasons.json} is past
 *       after as many years as seasons are kept.
 *   <li>RT-4 A legal hold on a learner or on the institution keeps all that would go of them.
 *   <li>RT-5 Rows go in the chunk that counts them; a killed night counts nothing twice. Files go
 *       under the store's lock (ST-5), a day after nobody needs them.
 *   <li>RT-6 The times are data that the start checks (S8).
 * </ul>
 *
 * <p>Out of scope: the bytes themselves ({@code store}).
 */
@Room(
        name = "retention",
        uses = {"store", "season", "ledger", "audit", "shell"})
package org.preceptorportal.retention;

import org.preceptorportal.Room;
