package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.evaluation.RotationEvaluation.State;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** Rotations with the state of their final evaluation: the lists of the evaluation pages. */
@ApplicationScoped
public class RotationEvaluations {
    /** The local hour at which an evaluation is due. */
    private static final LocalTime DUE_AT = LocalTime.of(17, 0);

    /** Days before a rotation's end from which its evaluation may be written. */
    static final int OPEN_BEFORE_END = 7;

    private static final String FROM =
            " from Rotation r join Learner l on l.id = r.learnerId"
                    + " join Preceptor p on p.id = r.preceptorId join Site s on s.id = r.siteId"
                    + " left join Evaluation e on e.rotationId = r.id and e.phase = 'FINAL'";
    private static final String COLUMNS =
            "select r.id, e.id, l.id, l.fullName, l.latinName, p.id, p.fullName, p.credentials,"
                    + " r.type, r.specialty, s.name, s.timeZone, r.startDate, r.endDate,"
                    + " e.submittedAt";
    private static final String LIST_WHERE =
            " where r.tenantId = :tenant"
                    + " and (:words = '' or function('plain_name', l.fullName) like :like"
                    + " or function('plain_name', l.latinName) like :like or function('plain_name', p.fullName) like :like)";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Clock clock;
    @Inject Seasons seasons;
    @Inject AuditTrail audit;

    /** The calling preceptor's rotations, the latest first. */
    public List<RotationEvaluation> ofPreceptor(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            throw audit.refuse(caller, "evaluations", "of a preceptor");
        }
        return ofPreceptor(caller.personId());
    }

    List<RotationEvaluation> ofPreceptor(long preceptorId) {
        return rows(
                em.createQuery(
                                COLUMNS + FROM + " where p.id = :id order by r.endDate desc, r.id",
                                Object[].class)
                        .setParameter("id", preceptorId));
    }

    /** The calling learner's rotations, the latest first. */
    public List<RotationEvaluation> ofLearner(Caller caller) {
        if (!caller.is(Role.LEARNER)) {
            throw audit.refuse(caller, "evaluations", "of a learner");
        }
        return rows(
                em.createQuery(
                                COLUMNS + FROM + " where l.id = :id order by r.endDate desc, r.id",
                                Object[].class)
                        .setParameter("id", caller.personId()));
    }

    /**
     * The institution's rotations for its coordinator, the latest first.
     *
     * @param state only this state; null for all
     * @param words part of a learner's or preceptor's name; may be empty
     */
    public List<RotationEvaluation> list(
            Caller caller, State state, String words, int first, int size) {
        coordinatorOnly(caller);
        return rows(
                filtered(
                                COLUMNS
                                        + FROM
                                        + LIST_WHERE
                                        + where(state)
                                        + " order by r.endDate desc, r.id",
                                Object[].class,
                                caller,
                                state,
                                words)
                        .setFirstResult(first)
                        .setMaxResults(size));
    }

    /** How many rotations {@link #list} has in all. */
    public int count(Caller caller, State state, String words) {
        coordinatorOnly(caller);
        return filtered(
                        "select count(r.id)" + FROM + LIST_WHERE + where(state),
                        Long.class,
                        caller,
                        state,
                        words)
                .getSingleResult()
                .intValue();
    }

    /**
     * One rotation.
     *
     * @throws NotForCaller when there is none with this id
     */
    RotationEvaluation get(long rotationId) {
        return rows(
                        em.createQuery(COLUMNS + FROM + " where r.id = :id", Object[].class)
                                .setParameter("id", rotationId))
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotForCaller("rotation"));
    }

    private void coordinatorOnly(Caller caller) {
        if (!caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "evaluations", "of an institution");
        }
    }

    private static String where(State state) {
        if (state == null) {
            return "";
        }
        return switch (state) {
            case UPCOMING -> " and e.id is null and r.endDate > :opens";
            case OWED -> " and e.id is null and r.endDate <= :opens";
            case STARTED -> " and e.id is not null and e.submittedAt is null";
            case SUBMITTED -> " and e.submittedAt is not null";
        };
    }

    private <T> TypedQuery<T> filtered(
            String query, Class<T> type, Caller caller, State state, String words) {
        String wanted = plain(words == null ? "" : words);
        TypedQuery<T> typed =
                em.createQuery(query, type)
                        .setParameter("tenant", caller.tenantId())
                        .setParameter("words", wanted)
                        .setParameter("like", "%" + wanted.replaceAll("[%_\\\\]", "") + "%");
        if (state == State.UPCOMING || state == State.OWED) {
            typed.setParameter("opens", LocalDate.now(clock).plusDays(OPEN_BEFORE_END));
        }
        return typed;
    }

    /** As the database's plain_name. */
    private static String plain(String words) {
        return Normalizer.normalize(words.strip(), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT);
    }

    private List<RotationEvaluation> rows(TypedQuery<Object[]> query) {
        return query.getResultStream().map(this::row).toList();
    }

    private RotationEvaluation row(Object[] c) {
        ZoneId zone = ZoneId.of((String) c[11]);
        LocalDate end = (LocalDate) c[13];
        String credentials = (String) c[7];
        return new RotationEvaluation(
                (Long) c[0],
                (Long) c[1],
                (Long) c[2],
                (String) c[3],
                (String) c[4],
                (Long) c[5],
                credentials == null ? (String) c[6] : c[6] + ", " + credentials,
                (RotationType) c[8],
                (String) c[9],
                (String) c[10],
                zone,
                (LocalDate) c[12],
                end,
                due(end, zone),
                (Instant) c[14],
                state(c, end));
    }

    private State state(Object[] c, LocalDate end) {
        if (c[14] != null) {
            return State.SUBMITTED;
        }
        if (c[1] != null) {
            return State.STARTED;
        }
        return mayBeWritten(end, clock) ? State.OWED : State.UPCOMING;
    }

    /** True from seven days before the rotation's end on. */
    static boolean mayBeWritten(LocalDate end, Clock clock) {
        return !end.isAfter(LocalDate.now(clock).plusDays(OPEN_BEFORE_END));
    }

    /** So many days after the rotation's end, as its season says, at 17:00 where the site is. */
    private Instant due(LocalDate end, ZoneId zone) {
        Season season =
                seasons.all().stream()
                        .filter(each -> each.covers(end))
                        .findFirst()
                        .orElseGet(seasons::current);
        return end.plusDays(season.evaluationDueDays()).atTime(DUE_AT).atZone(zone).toInstant();
    }
}
