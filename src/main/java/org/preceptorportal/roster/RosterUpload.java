package org.preceptorportal.roster;

import java.util.Objects;

/**
 * A file as a coordinator sends it.
 *
 * @param name its name, to speak of it
 * @param bytes its content, as it came
 */
public record RosterUpload(String name, byte[] bytes) {
    /** The most bytes of one file: about 100,000 rows. */
    public static final int LARGEST = 20_000_000;

    public RosterUpload {
        Objects.requireNonNull(name, "a file has a name");
        Objects.requireNonNull(bytes, "a file has bytes");
    }
}
