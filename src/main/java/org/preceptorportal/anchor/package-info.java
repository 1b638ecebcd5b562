/**
 * Room {@code anchor}: proves how far each audit trail had come, with something that whoever writes
 * into the database cannot make.
 *
 * <p>Promise: each night the number and hash of an institution's newest audit event go under a
 * time-stamp (RFC 3161), into a table that only grows and into a file of the data folder. Who cuts
 * off or rewrites events that were there by then is found by the examination of the trail.
 *
 * <p>Operations: the job {@code audit-anchoring}; {@code AnchorWitness}, which the trail's
 * examination asks.
 *
 * <ul>
 *   <li>AN-1 An anchor never changes and never goes: no job, no rule of {@code retention}.
 *   <li>AN-2 Each anchor names the one before it by its hash, so that the newest time-stamp covers
 *       them all.
 *   <li>AN-3 The file comes before the row. A file without a row is as good an anchor: it tells of
 *       an event that had been committed.
 *   <li>AN-4 A trail that does not fit its last anchor gets no new one: that would bless what was
 *       forged. It is a skip with its reason (S6).
 * </ul>
 *
 * <p>Out of scope: the trail ({@code audit}), time-stamps ({@code seal}).
 */
@Room(
        name = "anchor",
        uses = {"seal", "ledger", "audit", "shell"})
package org.preceptorportal.anchor;

import org.preceptorportal.Room;
