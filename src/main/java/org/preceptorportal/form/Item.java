package org.preceptorportal.form;

import java.io.Serializable;
import java.util.List;

/**
 * One thing to rate.
 *
 * @param code short and lasting, for instance {@code history-exam}
 * @param label what is rated, in a few words
 * @param scale code of the scale it is rated on
 * @param anchors what each of the five levels looks like here, lowest first; empty where the
 *     scale's own meanings say it
 * @param required whether an evaluation must rate it or mark it "not observed"
 * @param epa short label of the entrustable activity it belongs to, for instance {@code EPA 6}; may
 *     be null
 */
public record Item(
        String code, String label, String scale, List<String> anchors, boolean required, String epa)
        implements Serializable {
    public Item {
        anchors = List.copyOf(anchors);
        if (code.isBlank() || label.isBlank()) {
            throw new IllegalArgumentException("item \"" + code + "\" needs a code and a label");
        }
        if (!anchors.isEmpty() && anchors.size() != Scale.LEVELS) {
            throw new IllegalArgumentException(
                    "item "
                            + code
                            + " has "
                            + anchors.size()
                            + " anchors; it needs five sentences or none");
        }
    }
}
