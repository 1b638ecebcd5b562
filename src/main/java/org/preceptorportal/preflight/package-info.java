/**
 * Room {@code preflight}: reads PDFs, ours and those of others, and says what is wrong with them in
 * plain words.
 *
 * <p>Operations: {@code PdfIntake} (is a stranger's file a harmless PDF), {@code Preflight} (does a
 * file meet what a service asks for), {@code TextPreflight} (the same of a letter without layout),
 * {@code PdfPictures} (its pages as pictures: the only way in which a stranger's file is shown).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>PF-1 A stranger's file is read only by {@code PdfReading}: after its streams were counted
 *       to unpack to a bounded size, on a thread of its own, within a bounded time.
 *   <li>PF-2 A file with a script, an action that leaves the page, an attachment, a recording, a
 *       password or an XFA form is refused, wherever in the file it hides.
 *   <li>PF-3 What a service asks for is season data (S8); a finding names the item, and what to do.
 *   <li>PF-4 Nothing of a file's content, and not its name, enters a log or an exception's message.
 * </ul>
 *
 * <p>Out of scope: keeping files ({@code store}), drawing ({@code reports}), signatures and their
 * worth ({@code seal}).
 */
@Room(
        name = "preflight",
        uses = {"season", "shell"})
package org.preceptorportal.preflight;

import org.preceptorportal.Room;
