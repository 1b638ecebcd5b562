package org.preceptorportal.binding;

import org.preceptorportal.store.Blob;

/**
 * A bound file as it is kept.
 *
 * @param letters how many letters are in it
 * @param leftOut what should be in it and is not, and why; null when nothing is
 */
public record ApplicantFile(long learnerId, Blob pdf, int pages, int letters, String leftOut) {}
