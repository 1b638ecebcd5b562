package org.preceptorportal.attendance;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One rotation and how far its log is, as lists show it.
 *
 * @param preceptor name with credentials
 * @param today the date at the site
 * @param lastDay the latest logged day, or null
 */
public record AttendanceStanding(
        long rotationId,
        String learner,
        String learnerLatin,
        String preceptor,
        String specialty,
        String site,
        LocalDate start,
        LocalDate end,
        LocalDate today,
        Attendance figures,
        LocalDate lastDay)
        implements Serializable {

    /** True for what the preceptor has to do now (AT-3). */
    public boolean attestable() {
        return !figures.attested() && figures.daysLogged() > 0 && !today.isBefore(end);
    }

    /** True while the rotation goes on, its first and last day included. */
    public boolean running() {
        return !today.isBefore(start) && !today.isAfter(end);
    }
}
