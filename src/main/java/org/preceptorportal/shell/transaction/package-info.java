/**
 * Transactions that keep to their own thread.
 *
 * <p>Promise: after a call of a {@code @Transactional} method a thread may begin and commit what it
 * might before the call, whatever other threads do in the same bean meanwhile.
 *
 * <p>Rules: TX-1 the interceptors here stand around the server's own and change nothing inside a
 * call; TX-2 on a server without the fault (another one, or a mended Payara) they do nothing.
 *
 * <p>Out of scope: what a transaction is; the server's interceptors decide that.
 */
package org.preceptorportal.shell.transaction;
