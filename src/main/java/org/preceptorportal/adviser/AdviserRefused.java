package org.preceptorportal.adviser;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** This person cannot be marked as an adviser, for a reason that staff read. */
public class AdviserRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason the rest of the key {@code refused.<reason>} in the room's bundle
     */
    public AdviserRefused(String reason, Serializable... arguments) {
        super("adviser", "refused." + reason, arguments);
    }
}
