package org.preceptorportal.attendance;

import org.preceptorportal.shell.Refusal;

/** The log cannot be attested, or not be opened again, as it stands (AT-3, AT-5). */
public class AttendanceNotAttestable extends Refusal {
    private static final long serialVersionUID = 1L;

    AttendanceNotAttestable(String key) {
        super("attendance", key);
    }
}
