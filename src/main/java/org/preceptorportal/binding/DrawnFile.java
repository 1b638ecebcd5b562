package org.preceptorportal.binding;

import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Sha256;

/**
 * An applicant's file that was drawn and is on its way to the store, before it is kept.
 *
 * @param asked hash of the inputs
 * @param letters how many letters are in it
 * @param leftOut what should be in it and is not, and why; null when nothing is
 */
public record DrawnFile(
        long programId,
        long learnerId,
        Sha256 asked,
        Blob pdf,
        int pages,
        int letters,
        String leftOut) {

    /** Hash of what was really bound: of the inputs, unless parts were left out. */
    Sha256 exact() {
        return leftOut == null ? asked : Sha256.ofInputs(asked, leftOut);
    }

    ApplicantFile kept() {
        return new ApplicantFile(learnerId, pdf, pages, letters, leftOut);
    }
}
