package org.preceptorportal.preflight;

import java.util.Objects;

/**
 * A file that is looked at before it goes out.
 *
 * @param fileName under which it goes
 * @param signer whose name must stand on it
 */
public record Paper(byte[] pdf, String fileName, String signer) {
    public Paper {
        Objects.requireNonNull(pdf, "pdf");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(signer, "signer");
    }
}
