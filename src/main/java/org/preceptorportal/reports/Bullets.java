package org.preceptorportal.reports;

import java.util.List;

/** A list in a letter: bulleted, or numbered from 1. */
public record Bullets(boolean numbered, List<List<Run>> items) implements Block {
    public Bullets {
        items = items.stream().map(List::copyOf).toList();
    }
}
