/**
 * The learner's own papers for the author of a letter: a CV and a personal statement.
 *
 * <p>Promise: what a learner hands in is a harmless PDF of modest size, and reaches the author as a
 * file to save, never as something the browser draws within the portal.
 *
 * <p>Operations: {@link org.preceptorportal.attachment.Attachments}: hand in, take back, list,
 * read.
 *
 * <ol>
 *   <li>AT-1: PDF only, looked into before it is kept; size and pages are capped by the season's
 *       data (S8).
 *   <li>AT-2: one paper of a kind per letter; a newer one takes the place of the older until the
 *       letter is signed or declined.
 *   <li>AT-3: read by the learner, the letter's author and who drafts for the author; each reading
 *       by another than the learner is in the trail.
 *   <li>AT-4: names of files are ours, made of kind and learner; the uploaded name is thrown away.
 * </ol>
 *
 * <p>Out of scope: what is in a letter ({@code letter}); what makes a PDF harmless ({@code
 * preflight}).
 */
@Room(
        name = "attachment",
        uses = {"roster", "letter", "preflight", "season", "store", "audit", "shell"})
package org.preceptorportal.attachment;

import org.preceptorportal.Room;
