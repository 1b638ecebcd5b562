package org.preceptorportal.attendance;

import org.preceptorportal.shell.Refusal;

/** The log is attested, so it no longer changes (AT-4). */
public class AttendanceClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    AttendanceClosed() {
        super("attendance", "refusal.closed");
    }
}
