package org.preceptorportal.attendance;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preceptorportal.roster.Rotation;

/** The days of one rotation; closed once attested (AT-4). */
@Entity
@Table(name = "attendance_log")
public class AttendanceLog {
    /** Characters a reason for opening again may have. */
    static final int LONGEST_REASON = 500;

    /** Days are logged in half hours, up to a whole day. */
    static final int STEP = 30;

    static final int MOST_MINUTES = 24 * 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "rotation_id")
    private long rotationId;

    // Written with every day, so that the version rises and nobody attests what they did not see.
    @SuppressWarnings("UnusedVariable")
    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "attested_at")
    private Instant attestedAt;

    @Column(name = "attested_by")
    private String attestedBy;

    @Column(name = "reopened_at")
    private Instant reopenedAt;

    @Column(name = "reopened_by")
    private String reopenedBy;

    @Column(name = "reopen_reason")
    private String reopenReason;

    @Version private int version;

    @OneToMany(mappedBy = "log", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("day")
    private List<AttendanceDay> days = new ArrayList<>();

    protected AttendanceLog() {}

    /** An empty log. */
    public AttendanceLog(Rotation rotation, Clock clock) {
        tenantId = rotation.tenantId();
        rotationId = rotation.id();
        changedAt = clock.instant();
    }

    /**
     * The learner was on site on this day; logged again, the hours are the new ones.
     *
     * @param today the date at the site
     * @throws DayNotLoggable when the day is outside of the rotation or in the future (AT-1)
     * @throws AttendanceClosed when already attested
     */
    public void log(Rotation rotation, LocalDate day, int minutes, LocalDate today, Clock clock) {
        mustBeOpen();
        if (minutes < STEP || minutes > MOST_MINUTES || minutes % STEP != 0) {
            throw new IllegalArgumentException("a day has half an hour to 24 hours");
        }
        if (day.isBefore(rotation.startDate()) || day.isAfter(rotation.endDate())) {
            throw new DayNotLoggable("refusal.outside");
        }
        if (day.isAfter(today)) {
            throw new DayNotLoggable("refusal.future");
        }
        changedAt = clock.instant();
        for (AttendanceDay each : days) {
            if (each.day().equals(day)) {
                each.last(minutes);
                return;
            }
        }
        days.add(new AttendanceDay(this, day, minutes));
    }

    /**
     * The learner was not on site on this day after all.
     *
     * @throws AttendanceClosed when already attested
     */
    public void strike(LocalDate day, Clock clock) {
        mustBeOpen();
        if (days.removeIf(each -> each.day().equals(day))) {
            changedAt = clock.instant();
        }
    }

    /**
     * Closes the log for good.
     *
     * @param by the preceptor's name with credentials
     * @param today the date at the site
     * @throws AttendanceNotAttestable when the rotation goes on, or nothing was logged (AT-3)
     * @throws AttendanceClosed when already attested
     */
    public void attest(Rotation rotation, String by, LocalDate today, Clock clock) {
        mustBeOpen();
        if (today.isBefore(rotation.endDate())) {
            throw new AttendanceNotAttestable("refusal.early");
        }
        if (days.isEmpty()) {
            throw new AttendanceNotAttestable("refusal.empty");
        }
        attestedAt = clock.instant();
        attestedBy = by;
    }

    /**
     * Opens an attested log again (AT-5).
     *
     * @throws AttendanceNotAttestable when there is no reason
     * @throws IllegalStateException when it is open
     */
    public void reopen(String by, String reason, Clock clock) {
        if (attestedAt == null) {
            throw new IllegalStateException("the log is open");
        }
        if (reason == null || reason.isBlank()) {
            throw new AttendanceNotAttestable("refusal.reason");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new IllegalArgumentException("the reason is too long");
        }
        attestedAt = null;
        attestedBy = null;
        reopenedAt = clock.instant();
        reopenedBy = by;
        reopenReason = reason.strip();
    }

    private void mustBeOpen() {
        if (attestedAt != null) {
            throw new AttendanceClosed();
        }
    }

    /** Minutes on site, by day. */
    public SortedMap<LocalDate, Integer> minutes() {
        SortedMap<LocalDate, Integer> byDay = new TreeMap<>();
        days.forEach(each -> byDay.put(each.day(), each.minutes()));
        return byDay;
    }

    public Attendance inFigures() {
        int minutes = days.stream().mapToInt(AttendanceDay::minutes).sum();
        return new Attendance(days.size(), minutes / 60.0, attestedAt, attestedBy);
    }

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public long rotationId() {
        return rotationId;
    }

    public int version() {
        return version;
    }

    /** Why it was opened again the last time, or null. */
    public String reopenReason() {
        return reopenReason;
    }

    public String reopenedBy() {
        return reopenedBy;
    }

    public Instant reopenedAt() {
        return reopenedAt;
    }
}
