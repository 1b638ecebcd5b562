/**
 * What preceptors say about learners: one final evaluation for each rotation.
 *
 * <p>Promises {@link org.preceptorportal.evaluation.Evaluating} (open, save, submit, read), {@link
 * org.preceptorportal.evaluation.SubmittedEvaluations}.
 *
 * <p>Rules. <b>EV-1</b> only the preceptor who owes it writes an evaluation. <b>EV-2</b> nothing is
 * submitted before every item is rated or marked "not observed" and both texts are written.
 * <b>EV-3</b> "not observed" is never a number. <b>EV-4</b> fewer than three rated items say too
 * little to be an evaluation. <b>EV-5</b> what is submitted never changes; the database refuses it
 * too. <b>EV-6</b> a save that did not see the newest answers is refused, and what was typed stays
 * in its field (S9). <b>EV-7</b> an evaluation keeps the form version it was answered on.
 * <b>EV-8</b> a learner reads their submitted evaluations; each such reading is in the audit trail.
 * <b>EV-9</b> no emoji in a text. <b>EV-10</b> an evaluation is written from the day on which its
 * duty opens.
 *
 * <p>Out of scope: what is asked ({@code form}), who owes it until when ({@code duty}), figures
 * over evaluations ({@code skills}), letters ({@code letter}), mails ({@code notify}).
 */
@Room(
        name = "evaluation",
        uses = {"card", "roster", "form", "duty", "audit", "shell"})
package org.preceptorportal.evaluation;

import org.preceptorportal.Room;
