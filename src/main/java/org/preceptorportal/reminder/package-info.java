/**
 * Chases what is owed: one digest a preceptor for all evaluations whose next step is due, and one
 * for the coordinators about those that nobody answers for.
 *
 * <p>Promises {@link org.preceptorportal.reminder.Reminding} (by the clock, by hand) and {@link
 * org.preceptorportal.reminder.Reminders} (what went when, for coordinators).
 *
 * <ol>
 *   <li>RE-1: the steps, the quiet hours, the days off, the cap a week and the escalation are the
 *       season's (S8); all hours and days are those of the preceptor's site.
 *   <li>RE-2: a step is taken once a duty and preceptor (S10); its row is written in the
 *       transaction that puts the mail into the outbox, under a lock of the preceptor.
 *   <li>RE-3: of several steps that have come due only the latest is taken: after a week's
 *       standstill nobody gets a week's mails.
 *   <li>RE-4: whatever ends a duty or puts it off ends its reminders; one that was handed over
 *       begins again with its new preceptor. On the day a preceptor asked for there is one, beyond
 *       the cap if need be.
 *   <li>RE-5: one mail for all of a preceptor's duties; each has a one-time link of its own.
 *   <li>RE-6: by hand at most once a day and duty; a preceptor who asked for later is left in
 *       peace.
 *   <li>RE-7: coordinators are told once of each duty that is late beyond the season's days.
 *   <li>RE-8: nobody is reminded by the clock of an institution whose data is still being made
 *       ({@link org.preceptorportal.reminder.Silence}).
 * </ol>
 *
 * <p>Out of scope: who owes what ({@code duty}), carrying mails ({@code notify}), links ({@code
 * access}).
 */
@Room(
        name = "reminder",
        uses = {"duty", "notify", "access", "roster", "season", "audit", "shell"})
package org.preceptorportal.reminder;

import org.preceptorportal.Room;
