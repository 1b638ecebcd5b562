package org.preceptorportal.calibration;

import java.time.Instant;

/**
 * What reports print of the calibration behind them.
 *
 * @param cutoff the newest submission that went in
 * @param evaluations how many went in
 * @param version of the method
 */
public record Calibrated(Instant cutoff, int evaluations, String version) {}
