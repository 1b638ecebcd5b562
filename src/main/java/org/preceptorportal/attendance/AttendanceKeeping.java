package org.preceptorportal.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** The learner logs days, the preceptor attests them, the coordinator opens a log again. */
@ApplicationScoped
public class AttendanceKeeping {
    @Inject Attendances attendances;
    @Inject Rotations rotations;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * The log of a rotation, for its learner, its preceptor and their assistants, and the
     * institution's coordinator. Changes nothing.
     *
     * @throws NotForCaller for anybody else
     */
    @Transactional
    public AttendanceSheet sheet(Caller caller, long rotationId) {
        Rotation rotation = rotations.get(rotationId);
        if (!readable(caller, rotation)) {
            throw audit.refuse(caller, "attendance", rotationId);
        }
        Learner learner = learners.get(rotation.learnerId());
        Site site = sites.get(rotation.siteId());
        Optional<AttendanceLog> log = attendances.find(rotationId);
        SortedMap<LocalDate, Integer> logged =
                log.map(AttendanceLog::minutes).orElseGet(TreeMap::new);
        LocalDate today = today(site);
        return new AttendanceSheet(
                rotationId,
                learner.fullName(),
                learner.latinName(),
                preceptors.get(rotation.preceptorId()).signatureName(),
                rotation.specialty(),
                site.name(),
                rotation.startDate(),
                rotation.endDate(),
                today,
                AttendanceSheet.minutesADay(rotation.hoursPerWeek()),
                log.map(AttendanceLog::version).orElse(0),
                log.map(AttendanceLog::inFigures).orElse(Attendance.NONE),
                log.map(AttendanceLog::reopenedAt).orElse(null),
                log.map(AttendanceLog::reopenReason).orElse(null),
                AttendanceSheet.weeks(rotation.startDate(), rotation.endDate(), today, logged));
    }

    /**
     * Whether {@link #sheet} would show this caller the log: a colleague to whom the evaluation was
     * handed over, for instance, does not attest days they did not see.
     */
    @Transactional
    public boolean readable(Caller caller, long rotationId) {
        return readable(caller, rotations.get(rotationId));
    }

    private static boolean readable(Caller caller, Rotation rotation) {
        return rotation.tenantId() == caller.tenantId()
                && (caller.isPerson(Role.LEARNER, rotation.learnerId())
                        || caller.actsFor(rotation.preceptorId())
                        || caller.is(Role.COORDINATOR));
    }

    /** The calling learner's rotations, the latest first. */
    @Transactional
    public List<AttendanceStanding> ofLearner(Caller caller) {
        if (!caller.is(Role.LEARNER)) {
            throw audit.refuse(caller, "attendances", "of a learner");
        }
        return attendances.ofLearner(caller.personId());
    }

    /** What waits for the calling preceptor, or their assistant to know: ended and logged. */
    @Transactional
    public List<AttendanceStanding> toAttest(Caller caller) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            throw audit.refuse(caller, "attendances", "of a preceptor");
        }
        return attendances.openOfPreceptor(caller.personId()).stream()
                .filter(AttendanceStanding::attestable)
                .toList();
    }

    /**
     * One tap on a day: logs it; logged with as many minutes already, it is taken out again.
     *
     * @throws NotForCaller when the rotation is not the calling learner's
     * @throws DayNotLoggable when the day is outside of the rotation or in the future
     * @throws AttendanceClosed when already attested
     */
    @Transactional
    public void tap(Caller caller, long rotationId, LocalDate day, int minutes) {
        Rotation rotation = ownOfLearner(caller, rotationId);
        AttendanceLog log = logOf(rotation);
        Integer before = log.minutes().get(day);
        if (before != null && before == minutes) {
            log.strike(day, clock);
        } else {
            log.log(rotation, day, minutes, today(rotation), clock);
        }
        attendances.flush();
    }

    /**
     * Logs every day from Monday to Friday of one week that may be logged and is not yet.
     *
     * @throws NotForCaller when the rotation is not the calling learner's
     * @throws AttendanceClosed when already attested
     */
    @Transactional
    public void tapWeek(Caller caller, long rotationId, LocalDate monday, int minutes) {
        Rotation rotation = ownOfLearner(caller, rotationId);
        AttendanceLog log = logOf(rotation);
        LocalDate today = today(rotation);
        SortedMap<LocalDate, Integer> logged = log.minutes();
        for (AttendanceSheet.Week week :
                AttendanceSheet.weeks(rotation.startDate(), rotation.endDate(), today, logged)) {
            if (week.monday().equals(monday)) {
                week.days().stream()
                        .filter(d -> d.weekday() && d.loggable() && !d.logged())
                        .forEach(d -> log.log(rotation, d.date(), minutes, today, clock));
            }
        }
        attendances.flush();
    }

    /**
     * The preceptor says that this is what happened. The portal keeps the name and the time.
     *
     * @param version the log's version that the preceptor saw
     * @throws NotForCaller when the caller is not the rotation's preceptor
     * @throws AttendanceNotAttestable when it changed meanwhile, is empty, or the rotation goes on
     * @throws AttendanceClosed when already attested
     */
    @Transactional
    public void attest(Caller caller, long rotationId, int version) {
        Rotation rotation = rotations.get(rotationId);
        if (rotation.tenantId() != caller.tenantId()
                || !caller.isPerson(Role.PRECEPTOR, rotation.preceptorId())) {
            throw audit.refuse(caller, "attendance", rotationId);
        }
        AttendanceLog log = logOf(rotation);
        if (!log.inFigures().attested() && log.version() != version) {
            throw new AttendanceNotAttestable("refusal.changed");
        }
        log.attest(
                rotation,
                preceptors.get(rotation.preceptorId()).signatureName(),
                today(rotation),
                clock);
        Attendance figures = log.inFigures();
        audit.record(
                caller,
                "attendance.attested",
                "attendance",
                rotationId,
                figures.daysLogged() + " days, " + figures.hoursLogged() + " hours");
    }

    /**
     * Opens an attested log for a correction; it is to be attested again.
     *
     * @param reason goes to the audit trail and is shown on the log
     * @throws NotForCaller when the caller is not the institution's coordinator, or it is open
     * @throws AttendanceNotAttestable when there is no reason
     */
    @Transactional
    public void reopen(Caller caller, long rotationId, String reason) {
        Rotation rotation = rotations.get(rotationId);
        if (rotation.tenantId() != caller.tenantId() || !caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "attendance", rotationId);
        }
        AttendanceLog log =
                attendances
                        .findForChange(rotation)
                        .filter(each -> each.inFigures().attested())
                        .orElseThrow(() -> new NotForCaller("attendance"));
        log.reopen(caller.name(), reason, clock);
        audit.record(caller, "attendance.reopened", "attendance", rotationId, log.reopenReason());
    }

    private Rotation ownOfLearner(Caller caller, long rotationId) {
        Rotation rotation = rotations.get(rotationId);
        if (rotation.tenantId() != caller.tenantId()
                || !caller.isPerson(Role.LEARNER, rotation.learnerId())) {
            throw audit.refuse(caller, "attendance", rotationId);
        }
        return rotation;
    }

    private AttendanceLog logOf(Rotation rotation) {
        return attendances
                .findForChange(rotation)
                .orElseGet(
                        () -> {
                            AttendanceLog log = new AttendanceLog(rotation, clock);
                            attendances.add(log);
                            return log;
                        });
    }

    private LocalDate today(Rotation rotation) {
        return today(sites.get(rotation.siteId()));
    }

    private LocalDate today(Site site) {
        return LocalDate.now(clock.withZone(site.timeZone()));
    }
}
