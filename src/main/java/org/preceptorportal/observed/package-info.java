/**
 * Submitted evaluations as plain marks, as they stood at a cut-off.
 *
 * <p>Operation: {@link org.preceptorportal.observed.Sheets}, by plain SQL, so that a command beside
 * the portal reads what the night read.
 *
 * <p>Rules. <b>OB-1</b> what was submitted later does not exist; what a later one superseded still
 * stands: the same cut-off gives the same sheets for ever. <b>OB-2</b> a sheet that does not fit
 * its form is named with its fault, never counted (S6). <b>OB-3</b> no names and no texts: marks
 * and numbers only.
 *
 * <p>Out of scope: answering ({@code evaluation}), figures ({@code figures}).
 */
@Room(
        name = "observed",
        uses = {"form"})
package org.preceptorportal.observed;

import org.preceptorportal.Room;
