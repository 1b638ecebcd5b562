package org.preceptorportal.desk;

import org.preceptorportal.shell.Refusal;

/** Nothing is chosen, or a reason is missing. */
public class BulkNotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    BulkNotPossible(String what) {
        super("desk", "refusal." + what);
    }
}
