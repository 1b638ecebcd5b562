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
 * @param drawn what the portal knows because it drew the file itself; empty: it is read
 */
public record Paper(byte[] pdf, String fileName, String signer, Optional<Drawn> drawn) {
    /**
     * A flat file of ours, on US Letter, with nothing in it but its pages.
     *
     * @param shown what stands on them
     */
    public record Drawn(int pages, Set<Shown> shown) {}

    public Paper {
        Objects.requireNonNull(pdf, "pdf");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(drawn, "drawn");
    }

    /** A file of somebody else. */
    public Paper(byte[] pdf, String fileName, String signer) {
        this(pdf, fileName, signer, Optional.empty());
    }
}
