package org.preceptorportal.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.roster.Rotation;

/** The logs. Who may see which is decided by the use cases. */
@ApplicationScoped
public class Attendances {
    private static final String STANDINGS =
            "select r.id, l.fullName, l.latinName, p.fullName, p.credentials, r.specialty, s.name,"
                    + " s.timeZone, r.startDate, r.endDate, a.attestedAt, a.attestedBy, count(d.day),"
                    + " sum(d.minutes), max(d.day) from Rotation r"
                    + " join Learner l on l.id = r.learnerId"
                    + " join Preceptor p on p.id = r.preceptorId join Site s on s.id = r.siteId"
                    + " left join AttendanceLog a on a.rotationId = r.id left join a.days d";
    private static final String BY_ROTATION =
            " group by r.id, l.fullName, l.latinName, p.fullName, p.credentials, r.specialty,"
                    + " s.name, s.timeZone, r.startDate, r.endDate, a.attestedAt, a.attestedBy"
                    + " order by r.endDate desc, r.id";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Clock clock;

    /** The totals of a rotation; {@link Attendance#NONE} when nobody logged anything. */
    public Attendance ofRotation(long rotationId) {
        return find(rotationId).map(AttendanceLog::inFigures).orElse(Attendance.NONE);
    }

    /** A learner's rotations, the latest first. */
    List<AttendanceStanding> ofLearner(long learnerId) {
        return standings(
                em.createQuery(STANDINGS + " where r.learnerId = ?1" + BY_ROTATION, Object[].class)
                        .setParameter(1, learnerId));
    }

    /** A preceptor's rotations with an open log that has days in it, the latest first. */
    List<AttendanceStanding> openOfPreceptor(long preceptorId) {
        return standings(
                em.createQuery(
                                STANDINGS
                                        + " where r.preceptorId = ?1 and a.attestedAt is null"
                                        + " and d.day is not null"
                                        + BY_ROTATION,
                                Object[].class)
                        .setParameter(1, preceptorId));
    }

    private List<AttendanceStanding> standings(TypedQuery<Object[]> query) {
        return query.getResultStream().map(this::standing).toList();
    }

    private AttendanceStanding standing(Object[] c) {
        String credentials = (String) c[4];
        long minutes = c[13] == null ? 0 : ((Number) c[13]).longValue();
        return new AttendanceStanding(
                (Long) c[0],
                (String) c[1],
                (String) c[2],
                credentials == null ? (String) c[3] : c[3] + ", " + credentials,
                (String) c[5],
                (String) c[6],
                (LocalDate) c[8],
                (LocalDate) c[9],
                LocalDate.now(clock.withZone(ZoneId.of((String) c[7]))),
                new Attendance(
                        ((Number) c[12]).intValue(),
                        minutes / 60.0,
                        (Instant) c[10],
                        (String) c[11]),
                (LocalDate) c[14]);
    }

    Optional<AttendanceLog> find(long rotationId) {
        return em.createQuery(
                        "select a from AttendanceLog a where a.rotationId = ?1",
                        AttendanceLog.class)
                .setParameter(1, rotationId)
                .getResultStream()
                .findFirst();
    }

    /** For a change: whoever logs and whoever attests at the same time wait for each other. */
    Optional<AttendanceLog> findForChange(Rotation rotation) {
        em.createNativeQuery("select id from rotation where id = ? for update")
                .setParameter(1, rotation.id())
                .getResultList();
        return em.createQuery(
                        "select a from AttendanceLog a where a.rotationId = ?1",
                        AttendanceLog.class)
                .setParameter(1, rotation.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    void add(AttendanceLog log) {
        em.persist(log);
    }

    void flush() {
        em.flush();
    }
}
