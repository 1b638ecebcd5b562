package org.preceptorportal.attendance.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.attendance.AttendanceKeeping;
import org.preceptorportal.attendance.AttendanceSheet;
import org.preceptorportal.attendance.AttendanceStanding;
import org.preceptorportal.shell.CurrentCaller;

/** The learner's days on site: one tap a day. */
@Named("attendanceMinePage")
@ViewScoped
public class MinePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject AttendanceKeeping keeping;
    @Inject HoursInWords hours;

    private Long rotation;
    private List<AttendanceStanding> all;
    private AttendanceSheet sheet;
    private int minutes;

    /** Without a rotation: the one that goes on now, else the latest that has begun. */
    public void open() {
        all = keeping.ofLearner(caller.get());
        if (rotation == null) {
            rotation =
                    all.stream()
                            .filter(s -> !s.today().isBefore(s.start()))
                            .findFirst()
                            .map(AttendanceStanding::rotationId)
                            .orElse(null);
        }
        if (rotation != null) {
            sheet = keeping.sheet(caller.get(), rotation);
            minutes = sheet.minutesADay();
        }
    }

    public void tap(LocalDate day) {
        keeping.tap(caller.get(), rotation, day, minutes);
        sheet = keeping.sheet(caller.get(), rotation);
    }

    public void tapWeek(LocalDate monday) {
        keeping.tapWeek(caller.get(), rotation, monday, minutes);
        sheet = keeping.sheet(caller.get(), rotation);
    }

    /** The lengths of a day to choose from, in words. */
    public Map<String, Integer> getLengths() {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (int each = 60; each <= 16 * 60; each += 30) {
            lengths.put(hours.of(each), each);
        }
        lengths.put(hours.of(24 * 60), 24 * 60);
        lengths.putIfAbsent(hours.of(sheet.minutesADay()), sheet.minutesADay());
        return lengths;
    }

    public List<AttendanceStanding> getOthers() {
        return all.stream().filter(s -> s.rotationId() != rotation).toList();
    }

    public AttendanceSheet getSheet() {
        return sheet;
    }

    public Long getRotation() {
        return rotation;
    }

    public void setRotation(Long rotation) {
        this.rotation = rotation;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }
}
