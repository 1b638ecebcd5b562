package org.preceptorportal.reports;

import java.util.Objects;

/** A label and its value in a context block, such as "Setting" and "Inpatient ward". */
public record Fact(String label, String value) {
    public Fact {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }
}
