/**
 * Who advises a learner, and therefore sees no letter about that learner.
 *
 * <p>Promise: nobody advises a learner on the strength of a letter that the learner may not read.
 * The services that take letters ask for the same of those who upload them.
 *
 * <p>Operations: {@link org.preceptorportal.adviser.Advisers}: mark, end, list, ask.
 *
 * <ol>
 *   <li>AD-1: an adviser is a person, known by an e-mail address, in whatever role they come in.
 *   <li>AD-2: coordinators and administrators mark advisers; each mark and its end is in the trail.
 *       Nobody ends their own.
 *   <li>AD-3: whoever advises a learner is refused every letter about them and every duty with it,
 *       and is told why; the rooms that hold letters ask here at each door, not once.
 *   <li>AD-4: the author of a learner's letter cannot be that learner's adviser; the room that
 *       knows the letters says so when {@code AdviserMarked} is fired.
 * </ol>
 *
 * <p>Out of scope: letters themselves ({@code letter}); who may upload them ({@code delivery}).
 */
@Room(
        name = "adviser",
        uses = {"roster", "audit", "shell"})
package org.preceptorportal.adviser;

import org.preceptorportal.Room;
