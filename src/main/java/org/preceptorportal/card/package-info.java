/**
 * A rotation's card: a code, printed as a picture that a phone reads, by which an observation at
 * the bedside finds the right learner without anybody signing in.
 *
 * <p>Operations: {@link org.preceptorportal.card.Cards} (make or show, withdraw, renew, open) and
 * {@link org.preceptorportal.card.CardPrinting} (ready for paper, one or a site's).
 *
 * <p>Rules. <b>CA-1</b> a rotation has at most one card that works. <b>CA-2</b> a card works from
 * the rotation's first day to seven days after its last, by the date at the site. <b>CA-3</b> a
 * withdrawn card never works again; a new one has a new code. <b>CA-4</b> the learner, the
 * rotation's preceptor with their assistants, and the coordinator see a card; the learner and the
 * coordinator withdraw or renew it. Each making, withdrawing and renewing is in the audit trail.
 * <b>CA-5</b> codes are 128 random bits, so nobody guesses one; and one network address tries so
 * many a minute, one card takes so many observations an hour.
 *
 * <p>Out of scope: what is written down with a card, and what it counts ({@code evaluation}).
 */
@Room(
        name = "card",
        uses = {"roster", "audit", "shell"})
package org.preceptorportal.card;

import org.preceptorportal.Room;
