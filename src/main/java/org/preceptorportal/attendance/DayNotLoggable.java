package org.preceptorportal.attendance;

import org.preceptorportal.shell.Refusal;

/** The day is outside of the rotation or in the future (AT-1). */
public class DayNotLoggable extends Refusal {
    private static final long serialVersionUID = 1L;

    DayNotLoggable(String key) {
        super("attendance", key);
    }
}
