/**
 * What preceptors say about learners: in the middle and at the end of a rotation, and on the spot.
 *
 * <p>Promises {@link org.preceptorportal.evaluation.Evaluating} (open, save, view, submit, reopen,
 * read), {@link org.preceptorportal.evaluation.Encounters} and {@link
 * org.preceptorportal.evaluation.SubmittedEvaluations}.
 *
 * <p>Rules. <b>EV-1</b> only the preceptor who owes it, or an assistant of theirs, writes an
 * evaluation. <b>EV-2</b> nothing is submitted before every required item is rated or marked "not
 * observed", the required texts are written, and a final says how much was seen and whether there
 * is a conflict of interest. <b>EV-3</b> "not observed" is never a number. <b>EV-4</b> fewer than
 * three rated items say too little to be a final. <b>EV-5</b> what is submitted never changes; the
 * database refuses it too. A coordinator may have it written again: the new one takes its place,
 * the old one stays readable. <b>EV-6</b> each answer has a revision; a change that did not see the
 * newest is not taken but shown beside it, and nothing typed is lost (S9). <b>EV-7</b> an
 * evaluation keeps the form version it was answered on. <b>EV-8</b> a learner reads their submitted
 * evaluations; each such reading is in the audit trail. <b>EV-9</b> no emoji in a text.
 * <b>EV-10</b> an evaluation is written from the day on which its duty opens. <b>EV-11</b> an
 * assistant drafts and hands over, and never submits. <b>EV-12</b> nothing is submitted that its
 * preceptor did not have before them as a whole, as it is. <b>EV-13</b> texts are searched for
 * patient data, here only; a hit is mended, or justified in the audit trail. <b>EV-14</b> an
 * encounter that anybody wrote down by a card counts for nothing, and its learner does not see it,
 * before the preceptor has read and confirmed it; {@link
 * org.preceptorportal.evaluation.Encounters}. <b>EV-15</b> several finals on one screen ({@link
 * org.preceptorportal.evaluation.EvaluatingTogether}) are submitted one by one.
 *
 * <p>Out of scope: what is asked ({@code form}), who owes it until when ({@code duty}), days on
 * site ({@code attendance}), a rotation's card ({@code card}), what looks like patient data ({@code
 * privacy}), figures over evaluations ({@code skills}), letters ({@code letter}), mails ({@code
 * notify}).
 */
@Room(
        name = "evaluation",
        uses = {"attendance", "card", "form", "duty", "privacy", "roster", "audit", "shell"})
package org.preceptorportal.evaluation;

import org.preceptorportal.Room;
