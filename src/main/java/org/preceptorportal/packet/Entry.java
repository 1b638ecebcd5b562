package org.preceptorportal.packet;

import org.preceptorportal.store.Blob;

/**
 * One file of a packet.
 *
 * @param position from 1, in the order of the ZIP
 * @param name path in the ZIP, ASCII, unique
 * @param learnerId whose it is, or null
 * @param title as people call it: the applicant or the author
 */
public record Entry(int position, String name, Kind kind, Long learnerId, String title, Blob blob) {

    /** What a file is. */
    public enum Kind {
        /** One applicant's bound file. */
        APPLICANT,
        /** A sealed letter as its author signed it. */
        ORIGINAL,
        /** index.html */
        HTML,
        /** index.csv */
        INDEX,
        /** What was left out after the packet was made. */
        NOTE,
        /** manifest.json */
        MANIFEST,
        /** The portal's signature over the manifest. */
        SIGNATURE,
        /** SHA256SUMS */
        SUMS
    }

    public String contentType() {
        return switch (kind) {
            case APPLICANT, ORIGINAL -> "application/pdf";
            case HTML -> "text/html; charset=UTF-8";
            case INDEX -> "text/csv; charset=UTF-8";
            case MANIFEST -> "application/json";
            case SIGNATURE -> "application/pkcs7-signature";
            case NOTE, SUMS -> "text/plain; charset=UTF-8";
        };
    }

    Entry at(int place) {
        return new Entry(place, name, kind, learnerId, title, blob);
    }

    /** Name without its folder. */
    public String plainName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
