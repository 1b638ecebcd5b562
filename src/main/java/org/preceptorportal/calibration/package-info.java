/**
 * What learners and raters are compared on: a whole past, fitted domain by domain.
 *
 * <p>Operations: {@link org.preceptorportal.calibration.Calibration} (which evaluations), {@link
 * org.preceptorportal.calibration.Calibrations} (what is kept of the fits) and the night's step
 * {@code calibration}.
 *
 * <p>Rules. <b>CA-1</b> a calibration is a function of submissions, season data and the last set
 * day: no night's order or crash changes it, and within a month its date only where numbers double.
 * <b>CA-2</b> it counts each evaluation once, as it stood then. <b>CA-3</b> it can be computed
 * again, so old ones are let go.
 *
 * <p>Out of scope: the mixed model ({@code fairness}), whose figures are printed where ({@code
 * figures}, {@code comparison}).
 */
@Room(
        name = "calibration",
        uses = {"fairness", "observed", "season", "store", "ledger", "shell"})
package org.preceptorportal.calibration;

import org.preceptorportal.Room;
