package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * A field of competence whose items are summed up together.
 *
 * @param code short and lasting, for instance {@code patient-care}
 */
public record Domain(String code, String label, List<Item> items) implements Serializable {
    public Domain {
        items = List.copyOf(items);
        if (code.isBlank() || label.isBlank() || items.isEmpty()) {
            throw new IllegalArgumentException(
                    "domain \"" + code + "\" needs a code, a label and at least one item");
        }
    }
}
