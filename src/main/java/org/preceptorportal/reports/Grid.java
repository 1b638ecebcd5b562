package org.preceptorportal.reports;

import java.util.List;

/**
 * A small table of a letter: the first cell of a row names it, the others are figures.
 *
 * @param rows as many cells each as there are heads
 */
public record Grid(List<String> heads, List<List<String>> rows) implements Block {
    public Grid {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException("a row does not fit its heads");
            }
        }
    }
}
