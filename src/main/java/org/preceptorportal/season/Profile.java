package org.preceptorportal.season;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one service asks of a letter's file in a season.
 *
 * @param name as people know the service
 * @param rendition which of a letter's files goes there
 * @param maxBytes more is refused there
 * @param goodBytes more was refused there once, or is refused by some
 * @param page the size every page must have, upright; empty: any
 * @param forbid what the file must not have
 * @param fileName what its name must match; empty: any name
 * @param shows what a reader must find on the pages
 * @param goodPages more are rarely read
 */
public record Profile(
        String code,
        String name,
        Sent rendition,
        long maxBytes,
        long goodBytes,
        Optional<PageSize> page,
        Set<Forbidden> forbid,
        Optional<Pattern> fileName,
        Set<Shown> shows,
        int goodPages) {
    /** Which file of a letter. */
    public enum Sent {
        ORIGINAL,
        UPLOAD
    }

    /** What a file can have that some services refuse. */
    public enum Forbidden {
        SIGNATURE,
        FORM,
        ENCRYPTION,
        SCRIPT,
        ATTACHMENT
    }

    /** What pages show. */
    public enum Shown {
        ADDRESS,
        PHONE,
        EMAIL,
        DATE,
        SIGNER
    }

    /** In points of 1/72 inch. */
    public record PageSize(int width, int height) {}

    public Profile {
        if (maxBytes < 1 || goodBytes < 1 || goodBytes > maxBytes || goodPages < 1) {
            throw new IllegalArgumentException("its limits are impossible");
        }
        forbid = Set.copyOf(forbid);
        shows = Set.copyOf(shows);
    }
}
