/**
 * Room {@code rendition}: the forms in which one signed text goes out.
 *
 * <p>Operations: {@code Renditions} (page file of the sealed original, upload copy, plain text).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>RE-1 All renditions of a letter come from the same page and say the same words.
 *   <li>RE-2 The upload copy is flat: no signature, no form, no encryption; it prints where the
 *       original is checked, and its code.
 * </ul>
 *
 * <p>Out of scope: drawing ({@code reports}); sealing and keeping ({@code signing}).
 */
@Room(
        name = "rendition",
        uses = {"letter", "reports", "store"})
package org.preceptorportal.rendition;

import org.preceptorportal.Room;
