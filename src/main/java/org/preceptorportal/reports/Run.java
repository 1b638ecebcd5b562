package org.preceptorportal.reports;

import java.util.Objects;

/** Text of one weight and posture. A line feed inside it starts a new line. */
public record Run(String text, boolean bold, boolean italic) {
    public Run {
        Objects.requireNonNull(text, "text");
    }

    /** Upright text of ordinary weight. */
    public static Run of(String text) {
        return new Run(text, false, false);
    }
}
