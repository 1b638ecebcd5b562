/**
 * What a learner gets out of submitted evaluations, and answers to them.
 *
 * <p>Operations: {@link org.preceptorportal.feedback.Growths} (from the middle of a rotation to its
 * end), {@link org.preceptorportal.feedback.Replying} (one reply to each evaluation).
 *
 * <p>Rules. <b>FB-1</b> growth compares like with like: the items that both evaluations rated, on
 * the same scale; what was not observed at either time is in no figure. <b>FB-2</b> growth, like
 * the evaluation, is open to its learner, its preceptor with their assistants and the institution's
 * coordinator. <b>FB-3</b> the learner alone replies, once to each evaluation, and may change the
 * reply for 24 hours; then it is final, and the database refuses it too. <b>FB-4</b> a reply that
 * seems to hold patient data needs a reason, which is kept in the audit trail; the reply's text
 * never is. <b>FB-5</b> nothing here says how the learner or the preceptor compares with others, or
 * what the coordinator's data-quality list says.
 *
 * <p>Out of scope: the answers themselves ({@code evaluation}), figures over many evaluations
 * ({@code skills}).
 */
@Room(
        name = "feedback",
        uses = {"evaluation", "form", "privacy", "roster", "audit", "shell"})
package org.preceptorportal.feedback;

import org.preceptorportal.Room;
