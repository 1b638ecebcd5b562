package org.preceptorportal.seal;

import java.time.Instant;

/**
 * What verification found.
 *
 * @param signatory whom the certificate names (shortened to 64 characters each, the limit of
 *     X.509); null unless intact
 * @param sealedAt the time-stamp's time, whole seconds; null unless intact
 * @param stampedBy name of the time-stamp authority; null unless intact. An authority that is not
 *     ours is named but not judged: the certificate's ten minutes already bound the time.
 * @param fault what is wrong, in technical words for support; empty if intact
 */
public record Verdict(
        Finding finding, Signatory signatory, Instant sealedAt, String stampedBy, String fault) {

    /** The four things a file can be. */
    public enum Finding {
        /** Sealed by this portal; no byte outside the signature's own place has changed. */
        INTACT,
        /** Sealed once, but the bytes are not the ones that were sealed. */
        ALTERED,
        /** Sealed by somebody else. */
        NOT_OURS,
        /** No seal in it. */
        NOT_SEALED
    }

    public boolean intact() {
        return finding == Finding.INTACT;
    }

    static Verdict intact(Signatory signatory, Instant sealedAt, String stampedBy) {
        return new Verdict(Finding.INTACT, signatory, sealedAt, stampedBy, "");
    }

    static Verdict not(Finding finding, String fault) {
        return new Verdict(finding, null, null, null, fault);
    }
}
