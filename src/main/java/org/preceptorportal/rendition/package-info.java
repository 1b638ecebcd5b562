/**
 * Room {@code rendition}: the forms in which one signed text goes out.
 *
 * <p>Operations: {@code Renditions} (page file of the sealed original, upload copy, plain text),
 * {@code OwnPdfs} (an author brings the letter as a PDF).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>RE-1 All renditions of a letter come from the same page and say the same words.
 *   <li>RE-2 The upload copy is flat: no signature, no form, no encryption; it prints where the
 *       original is checked, and its code.
 *   <li>RE-3 Each file, and the plain text, passes the preflight of the services it goes to, or
 *       nothing is signed.
 *   <li>RE-4 An author's own PDF is kept and sealed as it came; it is shown only as pictures; its
 *       upload copy says where the original is checked without covering anything. It has no plain
 *       text: words read out of it by a machine might not be those that were signed.
 * </ul>
 *
 * <p>Out of scope: drawing ({@code reports}); sealing and keeping ({@code signing}).
 */
@Room(
        name = "rendition",
        uses = {"letter", "preflight", "season", "reports", "store", "audit", "roster", "shell"})
package org.preceptorportal.rendition;

import org.preceptorportal.Room;
