package org.preceptorportal.verify;

import java.time.Instant;
import java.util.List;

/**
 * What anybody may know who holds a letter or its code: nothing of the content (VF-1).
 *
 * @param authors who signed, in order; empty when nobody of ours did
 * @param learner for whom; null unless the letter is known here
 * @param signedAt when the last author signed; null when nobody of ours did
 * @param level of the signature, such as PAdES-BASELINE-T; null when nobody of ours signed
 * @param code printed on the letter; null unless the letter is known here
 * @param number which version of the letter, from 1; 0 unless the letter is known here
 */
public record Answer(
        Finding finding,
        List<String> authors,
        String learner,
        Instant signedAt,
        String level,
        String code,
        int number) {

    /** What a letter can turn out to be. */
    public enum Finding {
        /** Signed here, unchanged, and its author stands by it. */
        GENUINE,
        /** Genuine when signed; a newer version, signed since, stands in its place. */
        SUPERSEDED,
        /** Genuine when signed; its author stands by it no longer. */
        WITHDRAWN,
        /** A certificate of completion made here, byte for byte. */
        CERTIFICATE,
        /** Sealed once, but these are not the bytes that were sealed. */
        ALTERED,
        /** Sealed by somebody else. */
        NOT_OURS,
        /** Sealed by this portal, which knows no such letter any more. */
        UNKNOWN_LETTER,
        /** No seal in the file, and not one of the copies made here. */
        NOT_SEALED,
        /** Something is wrong with the original kept here. */
        HARMED,
        /** More or fewer letters and digits than a code has. */
        NOT_A_CODE,
        /** No letter has this code. */
        UNKNOWN_CODE,
        /** No letter has this fingerprint; the file itself may tell more. */
        UNKNOWN_FILE,
        /** Not a PDF. */
        NOT_A_PDF
    }

    public Answer {
        authors = List.copyOf(authors);
    }

    /** Whether the letter is one of ours. */
    public boolean known() {
        return code != null;
    }

    /** Whether somebody may rely on it today. */
    public boolean stands() {
        return finding == Finding.GENUINE || finding == Finding.CERTIFICATE;
    }

    static Answer only(Finding finding) {
        return new Answer(finding, List.of(), null, null, null, null, 0);
    }
}
