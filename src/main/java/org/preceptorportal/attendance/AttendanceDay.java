package org.preceptorportal.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;

/** One day on site. */
@Entity
@Table(name = "attendance_day")
@IdClass(AttendanceDay.Key.class)
class AttendanceDay {
    /** What tells two days apart. */
    record KeyValue(Long log, LocalDate day) {}

    /** The identity JPA asks for; a record cannot be one in Jakarta EE 10. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private Long log;
        private LocalDate day;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && value().equals(key.value());
        }

        @Override
        public int hashCode() {
            return value().hashCode();
        }

        private KeyValue value() {
            return new KeyValue(log, day);
        }
    }

    @Id
    @ManyToOne
    @JoinColumn(name = "log_id")
    private AttendanceLog log;

    @Id private LocalDate day;
    private int minutes;

    protected AttendanceDay() {}

    AttendanceDay(AttendanceLog log, LocalDate day, int minutes) {
        this.log = log;
        this.day = day;
        this.minutes = minutes;
    }

    LocalDate day() {
        return day;
    }

    int minutes() {
        return minutes;
    }

    void last(int newMinutes) {
        minutes = newMinutes;
    }
}
