/**
 * Room {@code start}: how a letter begins.
 *
 * <p>Operation: {@code LetterStarting}: blank, from a structure of guiding questions, from an
 * earlier letter of one's own.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SR-1 Structures are data ({@code /letters/structures.yaml}): questions of our own, no
 *       sentences to sign. A question stands in brackets until it is answered, and a letter with
 *       one cannot be signed ({@code letter}).
 *   <li>SR-2 An earlier letter is the author's own. Before its words are taken over, each name of
 *       its learner is shown with what takes its place; nothing is replaced unseen.
 *   <li>SR-3 Pronouns are not replaced: the portal does not know them. They are counted and noted.
 *   <li>SR-4 What stood in the letter before stays in its history.
 * </ul>
 *
 * <p>Out of scope: writing on ({@code letter}); uploading a finished PDF; structured forms.
 */
@Room(
        name = "start",
        uses = {"letter", "roster", "audit", "shell"})
package org.preceptorportal.start;

import org.preceptorportal.Room;
