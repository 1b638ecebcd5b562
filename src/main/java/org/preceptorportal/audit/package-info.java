/**
 * The trail of who did what to which thing, when and from where.
 *
 * <p>Rules. <b>AU-1</b> append-only: the database refuses updates and deletes. <b>AU-2</b> each
 * row's hash covers the one before it, per institution; an altered, removed or inserted row is
 * found by {@link org.preceptorportal.audit.AuditTrail#verify}. <b>AU-3</b> an event is written in
 * the transaction of the deed: no row, no deed (S3). <b>AU-4</b> a refusal is written in a
 * transaction of its own, for the deed's is rolled back. <b>AU-5</b> details never hold letter
 * content, tokens or addresses. <b>AU-6</b> a chain whose newest events were cut off or written
 * anew looks whole by itself: it is compared with what a {@link org.preceptorportal.audit.Witness}
 * saw of it.
 */
@Room(
        name = "audit",
        uses = {"shell"})
package org.preceptorportal.audit;

import org.preceptorportal.Room;
