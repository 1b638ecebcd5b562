package org.preceptorportal.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.attendance.AttendanceKeeping;
import org.preceptorportal.attendance.AttendanceStanding;
import org.preceptorportal.shell.CurrentCaller;

/** Logs that wait for the preceptor, and the way to a rotation's log, for pages of other rooms. */
@Named("attendanceWaitingPart")
@RequestScoped
public class WaitingPart {
    @Inject CurrentCaller caller;
    @Inject AttendanceKeeping keeping;

    private List<AttendanceStanding> all;

    public List<AttendanceStanding> getAll() {
        if (all == null) {
            all = keeping.toAttest(caller.get());
        }
        return all;
    }

    /** The page on which this caller sees a rotation's days; empty when there is none for them. */
    public String path(long rotationId) {
        if (!keeping.readable(caller.get(), rotationId)) {
            return "";
        }
        return switch (caller.get().role()) {
            case LEARNER -> "/attendance/mine?rotation=" + rotationId;
            case PRECEPTOR, ASSISTANT -> "/attendance/attest?rotation=" + rotationId;
            case COORDINATOR -> "/attendance/log?rotation=" + rotationId;
            default -> "";
        };
    }
}
