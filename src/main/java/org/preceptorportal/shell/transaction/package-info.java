/**
 * Transactions that keep to their own thread, and end as their calls did.
 *
 * <p>Promise: after a call of a {@code @Transactional} method a thread may begin and commit what it
 * might before the call, whatever other threads do in the same bean meanwhile; and what a call left
 * half done is not committed, whether an exception ended it or an error.
 *
 * <p>Rules: TX-1 {@code OwnThreads} stands around the server's own interceptors, {@code
 * NoCommitAfterError} inside them; they change nothing inside a call; TX-2 on a server without the
 * faults (another one, or a mended Payara) they do nothing.
 *
 * <p>Out of scope: what a transaction is; the server's interceptors decide that.
 */
package org.preceptorportal.shell.transaction;
