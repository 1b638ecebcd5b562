package org.preceptorportal.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.preceptorportal.roster.Rotation;

/** The logs. Who may see which is decided by the use cases. */
@ApplicationScoped
public class Attendances {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** The totals of a rotation; {@link Attendance#NONE} when nobody logged anything. */
    public Attendance ofRotation(long rotationId) {
        return find(rotationId).map(AttendanceLog::inFigures).orElse(Attendance.NONE);
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
