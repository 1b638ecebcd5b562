package org.preceptorportal.store;

import java.util.UUID;

/**
 * Where bytes are that have no file of their own.
 *
 * @param small the bytes themselves; null when they are in a bundle
 * @param bundle null when they are not in one
 * @param place where they begin in it
 * @param size of the bytes
 */
public record Spot(byte[] small, UUID bundle, long place, int size) {
    static Spot ofRow(byte[] small) {
        return new Spot(small, null, 0, small.length);
    }

    static Spot ofFile(Blob blob) {
        return new Spot(null, null, 0, Math.toIntExact(blob.size()));
    }

    boolean isFile() {
        return small == null && bundle == null;
    }

    Long placeOrNull() {
        return bundle == null ? null : (Long) place;
    }
}
