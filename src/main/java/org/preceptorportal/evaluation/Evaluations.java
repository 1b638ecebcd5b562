package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.NotForCaller;

/** The evaluations, drafts included. Who may see which is decided by the use cases. */
@ApplicationScoped
public class Evaluations {
    // Supervised up to this rotation's end: the figure stays what it was when it was submitted.
    private static final String CONTEXT =
            "select r.id, l.id, l.fullName, l.latinName, p.id, p.fullName, p.credentials, p.title,"
                    + " r.type, r.specialty, r.setting, s.name, s.timeZone, r.startDate, r.endDate,"
                    + " (select count(distinct x.learnerId) from Rotation x"
                    + " where x.preceptorId = p.id and x.startDate <= r.endDate)"
                    + " from Rotation r join Learner l on l.id = r.learnerId"
                    + " join Preceptor p on p.id = ?2 join Site s on s.id = r.siteId"
                    + " where r.id = ?1";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /**
     * @throws NotForCaller when there is none with this id
     */
    public Evaluation get(long id) {
        return Optional.ofNullable(em.find(Evaluation.class, id))
                .orElseThrow(() -> new NotForCaller("evaluation"));
    }

    /** What a preceptor has begun to write about a rotation. */
    Optional<Evaluation> draft(long rotationId, Purpose phase, long preceptorId) {
        return em.createQuery(
                        "select e from Evaluation e where e.rotationId = ?1 and e.phase = ?2"
                                + " and e.preceptorId = ?3 and e.status = ?4",
                        Evaluation.class)
                .setParameter(1, rotationId)
                .setParameter(2, phase)
                .setParameter(3, preceptorId)
                .setParameter(4, EvaluationStatus.DRAFT)
                .getResultStream()
                .findFirst();
    }

    /** The drafts of a preceptor that an assistant has handed over. */
    Set<Long> handedOver(long preceptorId) {
        return em.createQuery(
                        "select e.id from Evaluation e where e.preceptorId = ?1 and e.status = ?2"
                                + " and e.readyAt is not null",
                        Long.class)
                .setParameter(1, preceptorId)
                .setParameter(2, EvaluationStatus.DRAFT)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /**
     * What records say about a rotation and the preceptor who evaluates it.
     *
     * @throws NotForCaller when there is none with this id
     */
    EvaluationContext context(long rotationId, long preceptorId) {
        return em.createQuery(CONTEXT, Object[].class)
                .setParameter(1, rotationId)
                .setParameter(2, preceptorId)
                .getResultStream()
                .findFirst()
                .map(Evaluations::context)
                .orElseThrow(() -> new NotForCaller("rotation"));
    }

    private static EvaluationContext context(Object[] c) {
        return new EvaluationContext(
                (Long) c[0],
                (Long) c[1],
                (String) c[2],
                (String) c[3],
                (Long) c[4],
                c[6] == null ? (String) c[5] : c[5] + ", " + c[6],
                (String) c[7],
                (RotationType) c[8],
                (String) c[9],
                (String) c[10],
                (String) c[11],
                ZoneId.of((String) c[12]),
                (LocalDate) c[13],
                (LocalDate) c[14],
                ((Number) c[15]).intValue());
    }

    /** Names around a rotation that are no patient's. */
    List<String> names(long rotationId, long preceptorId) {
        return em.createQuery(
                        "select l.fullName, l.latinName, p.fullName, s.name from Rotation r"
                                + " join Learner l on l.id = r.learnerId"
                                + " join Preceptor p on p.id = ?2 join Site s on s.id = r.siteId"
                                + " where r.id = ?1",
                        Object[].class)
                .setParameter(1, rotationId)
                .setParameter(2, preceptorId)
                .getResultStream()
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    /** How many observed encounters of a rotation count. */
    int encounters(long rotationId) {
        return em.createQuery(
                        "select count(e.id) from Evaluation e where e.rotationId = ?1"
                                + " and e.phase = ?2 and e.status = ?3",
                        Long.class)
                .setParameter(1, rotationId)
                .setParameter(2, Purpose.ENCOUNTER)
                .setParameter(3, EvaluationStatus.SUBMITTED)
                .getSingleResult()
                .intValue();
    }

    public void add(Evaluation evaluation) {
        em.persist(evaluation);
        em.flush();
    }

    void remove(Evaluation evaluation) {
        em.remove(evaluation);
    }

    /** For a change: two devices wait for each other instead of failing at the end. */
    Evaluation getForChange(long id) {
        // Locking reads the row again: what this transaction has not written yet would be lost.
        em.flush();
        Evaluation evaluation = em.find(Evaluation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (evaluation == null) {
            throw new NotForCaller("evaluation");
        }
        return evaluation;
    }
}
