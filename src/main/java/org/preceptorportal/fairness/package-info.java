/**
 * A fair score with doubt: what a learner's mean would be with raters of usual leniency, how sure
 * that is, and a plain reason where it cannot be said. Numbers in, numbers out: no database, no
 * clock, no names.
 *
 * <p>Operation: {@link org.preceptorportal.fairness.FairModel#fit}.
 *
 * <p>Rules. <b>FA-1</b> the same ratings in any order and on any number of threads give the same
 * bits. <b>FA-2</b> connectivity first: only learners and raters of the largest linked group are
 * compared; who is not linked to it is "not estimable", never a number. <b>FA-3</b> no number
 * without its doubt: each comes with interval and reliability. <b>FA-4</b> where the ratings do not
 * tell learners apart, the portal says so. <b>FA-5</b> what a preceptor's leniency is, is said only
 * over enough learners that others rated too.
 *
 * <p>Out of scope: which ratings belong together, rounding, who may see what ({@code figures}).
 */
@Room(name = "fairness")
package org.preceptorportal.fairness;

import org.preceptorportal.Room;
