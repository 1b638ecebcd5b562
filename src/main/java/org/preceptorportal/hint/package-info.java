/**
 * Room {@code hint}: pencil notes in the margin of a letter while it is written.
 *
 * <p>Operation: {@link org.preceptorportal.hint.LetterHints#check}.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>HI-1 Hints advise. They never score, never block and are never kept: not in a report, not
 *       in a log, not in the audit trail.
 *   <li>HI-2 No text leaves this process: lists of words and rules of context only.
 *   <li>HI-3 Each hint says what, where and what to do. It is for who writes, and shown to nobody
 *       else.
 *   <li>HI-4 What the records say is compared with what the author says: an evaluation supports a
 *       claim only if this author submitted it.
 *   <li>HI-5 Rather silent than wrong: a rule that cannot be sure says nothing.
 *   <li>HI-6 The same text and records give the same hints, in the order of the text.
 * </ul>
 *
 * <p>Out of scope: which records belong to a letter ({@code letter}); how hints are shown and
 * dismissed (its page).
 */
@Room(
        name = "hint",
        uses = {"privacy"})
package org.preceptorportal.hint;

import org.preceptorportal.Room;
