package org.preceptorportal.attendance.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.attendance.AttendanceKeeping;
import org.preceptorportal.attendance.AttendanceNotAttestable;
import org.preceptorportal.attendance.AttendanceSheet;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** The preceptor looks at the days and attests them. */
@Named("attendanceAttestPage")
@ViewScoped
public class AttestPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject AttendanceKeeping keeping;

    private long rotation;
    private AttendanceSheet sheet;

    public void open() {
        sheet = keeping.sheet(caller.get(), rotation);
    }

    public String attest() {
        try {
            keeping.attest(caller.get(), rotation, sheet.version());
        } catch (AttendanceNotAttestable changed) {
            open();
            throw changed;
        }
        return "/attendance/attest?faces-redirect=true&rotation=" + rotation;
    }

    /** An assistant looks, but does not attest (AT-3). */
    public boolean isMayAttest() {
        return sheet.attestable() && caller.get().is(Role.PRECEPTOR);
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
}
