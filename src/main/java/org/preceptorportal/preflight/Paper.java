package org.preceptorportal.preflight;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.preceptorportal.season.Profile.Shown;

/**
 * A file that is looked at before it goes out.
 *
 * @param fileName under which it goes
 * @param signer whose name must stand on it
 * @param shown what stands on the pages, where the portal drew them itself and knows; empty: it is
 *     read from the file
 */
public record Paper(byte[] pdf, String fileName, String signer, Optional<Set<Shown>> shown) {
    public Paper {
        Objects.requireNonNull(pdf, "pdf");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(shown, "shown");
    }

    /** A file of somebody else. */
    public Paper(byte[] pdf, String fileName, String signer) {
        this(pdf, fileName, signer, Optional.empty());
    }
}
