package org.preceptorportal.reports;

import java.util.Objects;

/** The head of a part of a structured letter; a body that begins with one has no salutation. */
public record Heading(String text) implements Block {
    public Heading {
        Objects.requireNonNull(text, "text");
    }
}
