package org.preceptorportal.night;

import java.time.Instant;

/**
 * A try of a run that a fault outside the portal ended.
 *
 * @param failure step and kind of error
 * @param at when
 * @param again from when on the run may go on
 */
public record RetryView(String failure, Instant at, Instant again) {}
