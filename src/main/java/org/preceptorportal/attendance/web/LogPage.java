package org.preceptorportal.attendance.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.attendance.AttendanceKeeping;
import org.preceptorportal.attendance.AttendanceSheet;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;

/** The coordinator looks at a log and opens an attested one again. */
@Named("attendanceLogPage")
@ViewScoped
public class LogPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject AttendanceKeeping keeping;

    private long rotation;
    private AttendanceSheet sheet;
    private String reason;

    public void open() {
        sheet = keeping.sheet(caller.get(), rotation);
    }

    public String reopen() {
        keeping.reopen(caller.get(), rotation, reason);
        return "/attendance/log?faces-redirect=true&rotation=" + rotation;
    }

    /** A mangled address never opened anything. */
    public AttendanceSheet getSheet() {
        if (sheet == null) {
            throw new NotForCaller("attendance");
        }
        return sheet;
    }

    public long getRotation() {
        return rotation;
    }

    public void setRotation(long rotation) {
        this.rotation = rotation;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
