package org.preceptorportal.reports;

import java.util.Objects;

/** Where and with which code anyone may check a letter. */
public record VerifyLine(String address, String code) {
    public VerifyLine {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(code, "code");
    }
}
