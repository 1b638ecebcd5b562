package org.preceptorportal.attendance;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a log says in figures.
 *
 * @param daysLogged days on site
 * @param hoursLogged hours on site, in half hours
 * @param attestedAt when the preceptor attested it, or null
 * @param attestedBy the preceptor's name with credentials, or null
 */
public record Attendance(int daysLogged, double hoursLogged, Instant attestedAt, String attestedBy)
        implements Serializable {
    /** Nothing was logged. */
    public static final Attendance NONE = new Attendance(0, 0, null, null);

    public boolean attested() {
        return attestedAt != null;
    }
}
