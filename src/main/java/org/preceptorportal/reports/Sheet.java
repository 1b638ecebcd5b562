package org.preceptorportal.reports;

import java.time.Instant;
import java.util.Objects;

/**
 * What a document is, apart from what stands on its pages.
 *
 * @param title shown by readers instead of a file name
 * @param author of the content; may be null
 * @param date of the document; creation date and file id follow from it, never from the clock
 * @param side left and right margin in points
 * @param top margin in points
 * @param bottom margin in points; the foot stands inside it
 * @param head small line on top of each page but the first; may be null
 * @param foot line at the foot of each page; may be null
 * @param pageNumber pattern with {0} and {1}, such as "{0} of {1}", printed if there are several
 */
record Sheet(
        String title,
        String author,
        Instant date,
        float side,
        float top,
        float bottom,
        String head,
        String foot,
        String pageNumber) {
    static final float WIDTH = 612;
    static final float HEIGHT = 792;

    Sheet {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(pageNumber, "pageNumber");
    }

    /** Width of the text column in points. */
    float measure() {
        return WIDTH - 2 * side;
    }

    float usableHeight() {
        return HEIGHT - top - bottom;
    }
}
