/**
 * Room {@code letter}: a letter of recommendation while its author writes it.
 *
 * <p>Operations: {@code LetterWriting} (open, accept, decline, write, preview), {@code
 * LetterHistory} (what it said before), {@code LetterHinting} (notes in its margin), {@code
 * LetterDeclarations} (on tools that write), {@code LetterDoor} (hands a letter only to whom it may
 * be handed), {@code LetterSheets} (the page with everything the records add).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>LT-1 Content is read by the author; by the learner only when signed and not waived; by
 *       programs only through packets; by nobody else (S1).
 *   <li>LT-2 The waiver is chosen without a default, signed by the learner's name, and may change
 *       until the preceptor opens the request; then it stands.
 *   <li>LT-3 A save names the version it was based on; a second device is told, and both texts are
 *       kept (S9).
 *   <li>LT-5 A letter's text has paragraphs, bold, italic and lists, and nothing else.
 *   <li>LT-6 Whoever assists the author may open and draft, never sign; who wrote is in the trail
 *       and never on the page.
 *   <li>LT-7 Names and the context block come from the records; the block can be hidden, not
 *       edited. The letterhead is one the author is offered.
 *   <li>LT-8 One letter per rotation, until it is declined.
 *   <li>LT-9 What a letter said before is kept, whatever it is made of: after a pause, at another's
 *       hand, before much is lost; kept versions never change, and one that is brought back is a
 *       new version (S9).
 *   <li>LT-10 Before signing the author says how tools that write were used, in words with a
 *       version; nothing is chosen for them. What was said before the letter was last changed is
 *       not said about it, and is asked again.
 * </ul>
 *
 * <p>Out of scope: the learner's request and its stages ({@code asking}); signatures ({@code
 * signing}); programs ({@code release}); drawing pages ({@code reports}); mails ({@code notify}).
 */
@Room(
        name = "letter",
        uses = {
            "roster",
            "adviser",
            "letterhead",
            "hint",
            "picture",
            "reports",
            "season",
            "evaluation",
            "form",
            "audit",
            "shell"
        })
package org.preceptorportal.letter;

import org.preceptorportal.Room;
