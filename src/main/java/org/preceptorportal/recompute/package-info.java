/**
 * Computes a kept report's figures again, beside the portal.
 *
 * <p>Operation: {@link org.preceptorportal.recompute.RecomputeCommand}.
 *
 * <p>Rules. <b>RC-1</b> nothing is taken from what was kept but its name: every figure comes from
 * the submitted evaluations as they stood at the cut-off of the report's night (S7). <b>RC-2</b> it
 * says whether the file comes out byte for byte, and fails where it does not. <b>RC-3</b> it reads
 * only.
 *
 * <p>Out of scope: how figures are computed ({@code figures}, {@code comparison}).
 */
@Room(
        name = "recompute",
        uses = {
            "fairness",
            "calibration",
            "comparison",
            "figures",
            "observed",
            "season",
            "store",
            "shell"
        })
package org.preceptorportal.recompute;

import org.preceptorportal.Room;
