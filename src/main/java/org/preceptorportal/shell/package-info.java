/**
 * The house's furniture that every room uses: who is calling, the clock, refusals, configuration,
 * the database, health and the page frame.
 *
 * <p>Rules. <b>SH-1</b> time comes from the injected {@link java.time.Clock}. <b>SH-2</b> the shell
 * knows no other room. <b>SH-3</b> a refusal carries a message key, never letter content or a
 * personal address.
 *
 * <p>Out of scope: who may do what (the use case of each room), signing in ({@code access}).
 */
@Room(name = "shell")
package org.preceptorportal.shell;

import org.preceptorportal.Room;
