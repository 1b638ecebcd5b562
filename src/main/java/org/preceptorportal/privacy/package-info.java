/**
 * Finds what may point at a patient in free text: the identifiers of the Safe Harbor list, 45 CFR
 * 164.514(b)(2). It is a hint for the author, who fixes or justifies; it is no proof that a text is
 * free of patient data.
 *
 * <p>Operation: {@link org.preceptorportal.privacy.PatientPrivacy#check}.
 *
 * <p>Rules. <b>PP-1</b> no text leaves this process, and none is kept or logged: lists of words and
 * rules of context only. <b>PP-2</b> the names of the learner, the preceptor, colleagues and sites
 * are given by the caller and are no patient data; so is whoever carries a doctor's or another
 * professional's title. <b>PP-3</b> a date counts only where it is tied to a case, not where it is
 * one of the rotation. <b>PP-4</b> an age up to 89 is free. <b>PP-5</b> the same text and names
 * give the same hits; they do not overlap and come in the order of the text. <b>PP-6</b> what it
 * finds and what it misses is measured on a labelled sample of our own: {@code ./portal bench
 * privacy}; a test holds the floor.
 *
 * <p>Out of scope: what a hit means for submitting, and the justification ({@code evaluation}); how
 * it is underlined (its page).
 */
@Room(
        name = "privacy",
        uses = {})
package org.preceptorportal.privacy;

import org.preceptorportal.Room;
