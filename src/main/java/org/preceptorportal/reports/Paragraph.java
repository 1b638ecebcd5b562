package org.preceptorportal.reports;

import java.util.List;

/** One paragraph of a letter. */
public record Paragraph(List<Run> runs) implements Block {
    public Paragraph {
        runs = List.copyOf(runs);
    }
}
