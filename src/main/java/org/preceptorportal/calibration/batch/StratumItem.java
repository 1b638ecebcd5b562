package org.preceptorportal.calibration.batch;

import org.preceptorportal.calibration.Calibration;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.store.Sha256;

/**
 * One domain on one scale.
 *
 * @param number from 1, in the calibration's order
 * @param known whether it was fitted already
 */
public record StratumItem(
        int number, Calibration calibration, Slice slice, Sha256 key, boolean known) {}
