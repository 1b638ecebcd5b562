package org.preceptorportal.binding.batch;

import org.preceptorportal.binding.Applicant;
import org.preceptorportal.ledger.Spot;

/**
 * An applicant, or some in a row, maybe of several programs, for whom nothing is to be done: they
 * pass the step as one.
 *
 * @param last the applicant's place, or that of the last one in the row
 * @param applicants how many
 * @param applicant null for a row
 */
record ApplicantItem(Spot last, int applicants, Applicant applicant) {}
