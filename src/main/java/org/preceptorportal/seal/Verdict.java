package org.preceptorportal.seal;

import java.time.Instant;
import java.util.List;

/**
 * What verification found.
 *
 * @param signatures of the authors, in the order they signed; empty unless intact
 * @param archivedAt time of the newest time-stamp over the whole file, whole seconds; null when it
 *     has none or is not intact
 * @param fault what is wrong, in technical words for support; empty if intact
 */
public record Verdict(
        Finding finding, List<Signature> signatures, Instant archivedAt, String fault) {

    /** The four things a file can be. */
    public enum Finding {
        /**
         * Sealed by this portal; no byte outside the signatures' own places has changed, and behind
         * the authors' signatures is nothing but archive material.
         */
        INTACT,
        /** Sealed once, but the bytes are not the ones that were sealed. */
        ALTERED,
        /** Sealed by somebody else. */
        NOT_OURS,
        /** No seal in it. */
        NOT_SEALED
    }

    /** The levels of ETSI EN 319 142-1 that our files have. */
    public enum Level {
        /** Signed, with a time-stamp over each signature. */
        BASELINE_T,
        /** With all that later verification needs, under a time-stamp over the whole file. */
        BASELINE_LTA
    }

    /**
     * One author's signature.
     *
     * @param signatory whom the certificate names (shortened to 64 characters each, the limit of
     *     X.509)
     * @param at the time-stamp's time, whole seconds
     * @param stampedBy name of the time-stamp authority. One that is not ours is named but not
     *     judged: the certificate's ten minutes already bound the time.
     * @param end how many of the file's first bytes were the whole file when this was signed; 0
     *     when bare bytes were judged
     */
    public record Signature(Signatory signatory, Instant at, String stampedBy, int end) {}

    public Verdict {
        signatures = List.copyOf(signatures);
    }

    public boolean intact() {
        return finding == Finding.INTACT;
    }

    /** Null unless intact. */
    public Level level() {
        if (!intact()) {
            return null;
        }
        return archivedAt == null ? Level.BASELINE_T : Level.BASELINE_LTA;
    }

    /** The last author's name; null unless intact. */
    public Signatory signatory() {
        return intact() ? last().signatory() : null;
    }

    /** When the last author signed; null unless intact. */
    public Instant sealedAt() {
        return intact() ? last().at() : null;
    }

    /** Who stamped the last author's signature; null unless intact. */
    public String stampedBy() {
        return intact() ? last().stampedBy() : null;
    }

    private Signature last() {
        return signatures.get(signatures.size() - 1);
    }

    static Verdict intact(List<Signature> signatures, Instant archivedAt) {
        return new Verdict(Finding.INTACT, signatures, archivedAt, "");
    }

    static Verdict not(Finding finding, String fault) {
        return new Verdict(finding, List.of(), null, fault);
    }
}
