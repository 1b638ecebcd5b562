/**
 * Room {@code structure}: standardized letters as data, from the questions to the page.
 *
 * <p>Operations: {@code Structures} (the questions, read from {@code /structures/*.yaml}), {@code
 * StructuredWriting} (choose, answer, go back to prose), {@code AnswerSheet} (the answers in order,
 * for a service that takes them in its own pages only).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>ST-1 A structure is a file: its questions, scales, comparison bands and word caps. A file
 *       is added, never edited, once it was answered. The words are our own.
 *   <li>ST-2 Answers belong to their letter and pass its door (LT-1); the letter's version guards
 *       them (LT-3).
 *   <li>ST-3 The author's comparison counts come from their own signed letters of the same
 *       structure, as they stood at the last save; nobody edits them, they can be hidden as a
 *       whole.
 *   <li>ST-4 Every required question is answered and no narrative is over its cap before a letter
 *       is signed.
 * </ul>
 *
 * <p>Out of scope: signing, drawing, and which specialty takes its form in its own portal ({@code
 * season}).
 */
@Room(
        name = "structure",
        uses = {"letter", "roster", "season", "reports", "audit", "shell"})
package org.preceptorportal.structure;

import org.preceptorportal.Room;
