package org.preceptorportal.feedback;

import java.io.Serializable;
import org.preceptorportal.shell.Refusal;

/** The reply cannot be kept as it is (FB-3, FB-4). */
public class ReplyNotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    ReplyNotPossible(String key, Serializable... arguments) {
        super("feedback", key, arguments);
    }
}
