package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * One thing to rate.
 *
 * @param code short and lasting, for instance {@code history-exam}
 * @param label what is rated, in a few words
 * @param anchors what each of the five levels looks like, lowest first
 */
public record Item(String code, String label, List<String> anchors) implements Serializable {
    public Item {
        if (!code.matches("[a-z][a-z0-9-]{1,59}")) {
            throw new IllegalArgumentException(
                    "item code \"" + code + "\" must be small letters, digits and hyphens");
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("item " + code + " has no label");
        }
        anchors = List.copyOf(anchors);
        if (anchors.size() != 5 || anchors.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "item "
                            + code
                            + " has "
                            + anchors.size()
                            + " anchors; it needs five sentences");
        }
    }

    /** What a rating of 1 to 5 means for this item. */
    public String anchor(int rating) {
        return anchors.get(rating - 1);
    }
}
