/**
 * Whether this portal may serve ({@code /health/ready}) and whether a restart would help ({@code
 * /health/live}).
 *
 * <p>Rules: HE-1 ready means that it was tried, not that nothing was heard; HE-2 the answer names
 * what fails and never why, the reason is in the log; HE-3 a room adds a {@link
 * org.preceptorportal.shell.health.Probe}, this package knows no room.
 */
package org.preceptorportal.shell.health;
