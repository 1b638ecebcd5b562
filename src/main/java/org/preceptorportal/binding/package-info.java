/**
 * One file per applicant and program: cover, letters and clinical-skill report.
 *
 * <p>Promise: each night binds, per program and applicant, what was released to it, in the order
 * that the season's data says, if any of it is new.
 *
 * <p>Operations: {@link org.preceptorportal.binding.Applicants} (who applies where, and what is
 * kept of them already) · {@link org.preceptorportal.binding.ApplicantBinding} (bind) · the night's
 * step in {@code binding.batch}.
 *
 * <ol>
 *   <li>BI-1: an applicant's file holds what was released to its program by the night's cut-off,
 *       nothing else.
 *   <li>BI-2: equal inputs make nothing new: a file's key is the hash of all it is made from, the
 *       design's version among them (S5).
 *   <li>BI-3: what is left out is named, with its reason, on the cover and in the night's ledger
 *       (S6).
 *   <li>BI-4: a program that takes letters by a service gets none from here, in no file: it gets
 *       where each letter stands there (S4, S8).
 *   <li>BI-5: equal inputs give equal bytes, on any day and by any number of threads.
 *   <li>BI-6: only the cover names the author of a letter that is left out, to the program that it
 *       was released to; the reason in the ledger, and so in indexes and manifests, names nobody.
 *   <li>BI-7: a program whose inputs have the stamp that its newest packet was laid under is not
 *       read at all; what a file or a packet is made of is in its stamp.
 * </ol>
 *
 * <p>Out of scope: who releases what ({@code release}), drawing ({@code reports}), figures ({@code
 * skills}), what programs download ({@code packet}).
 */
@Room(
        name = "binding",
        uses = {
            "roster",
            "delivery",
            "release",
            "skills",
            "season",
            "reports",
            "store",
            "ledger",
            "shell"
        })
package org.preceptorportal.binding;

import org.preceptorportal.Room;
