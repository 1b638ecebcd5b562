package org.preceptorportal.packet;

import org.preceptorportal.store.Sha256;

/**
 * A bound file as it is kept.
 *
 * @param letters how many letters are in it
 */
public record ApplicantFile(long learnerId, Sha256 pdf, int pages, int letters) {}
