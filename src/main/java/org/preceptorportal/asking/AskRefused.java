package org.preceptorportal.asking;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** A wish beside the request that cannot be met, for a reason that its bundle words. */
public class AskRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    AskRefused(String reason, Serializable... arguments) {
        super("asking", "refused." + reason, arguments);
    }
}
