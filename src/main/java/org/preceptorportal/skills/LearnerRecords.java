package org.preceptorportal.skills;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.evaluation.EvaluationStatus;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.evaluation.SubmittedEvaluations;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Sha256;

/** Learners with submitted evaluations, some at a time; no query for a single learner. */
@ApplicationScoped
public class LearnerRecords {
    // Who counts here counts in ReportStamps: else a step would expect others than it reads.
    private static final String EVALUATED =
            " from Learner l where l.tenantId = :tenant and exists (select e.id from Evaluation e"
                    + " where e.learnerId = l.id and e.status = :submitted"
                    + " and e.phase = org.preceptorportal.form.Purpose.FINAL"
                    + " and e.submittedAt <= :cutoff and not exists (select later.id"
                    + " from Evaluation later where later.id = e.supersededBy"
                    + " and later.submittedAt <= :cutoff))";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject SubmittedEvaluations submitted;
    @Inject Calibrations calibrations;
    @Inject SkillReports reports;
    @Inject Tenants tenants;
    @Inject Words words;

    /**
     * What these learners' reports are made of, by id.
     *
     * @param calibrated the cut-off of the night's calibration
     */
    public List<LearnerRecord> of(
            long tenantId,
            String season,
            Instant cutoff,
            Instant calibrated,
            Collection<Long> learnerIds) {
        List<Object[]> learners =
                em.createQuery(
                                "select l.id, l.code, l.fullName, l.latinName, l.medicalSchool"
                                        + EVALUATED
                                        + " and l.id in :learners order by l.id",
                                Object[].class)
                        .setParameter("tenant", tenantId)
                        .setParameter("submitted", EvaluationStatus.SUBMITTED)
                        .setParameter("cutoff", cutoff)
                        .setParameter("learners", learnerIds)
                        .getResultList();
        if (learners.isEmpty()) {
            return List.of();
        }
        List<Long> ids = learners.stream().map(c -> (Long) c[0]).toList();
        Map<Long, List<SubmittedEvaluation>> evaluations = submitted.ofLearnersAt(ids, cutoff);
        Map<Long, Map<Long, RotationFacts>> rotations = rotations(ids);
        Map<Long, Integer> littleContact = littleContact(ids, cutoff);
        Map<Long, List<Sheet>> sheets = sheets(tenantId, cutoff, ids);
        Map<Long, Standing> standings = calibrations.standings(tenantId, season, calibrated, ids);
        Map<Long, Sha256> keys = reports.latestKeys(ids, cutoff);
        ZoneId zone = tenants.get(tenantId).zone();
        List<LearnerRecord> page = new ArrayList<>();
        for (Object[] c : learners) {
            Long id = (Long) c[0];
            page.add(
                    new LearnerRecord(
                            id,
                            tenantId,
                            (String) c[1],
                            (String) c[2],
                            (String) c[3],
                            (String) c[4],
                            zone,
                            evaluations.get(id),
                            sheets.getOrDefault(id, List.of()),
                            standings.get(id),
                            rotations.get(id),
                            littleContact.getOrDefault(id, 0),
                            keys.get(id)));
        }
        return page;
    }

    private Map<Long, List<Sheet>> sheets(long tenantId, Instant cutoff, List<Long> learnerIds) {
        try (Connection c = database.getConnection()) {
            return new Sheets(c, tenantId, cutoff)
                    .ofLearners(learnerIds).stream().collect(Collectors.groupingBy(Sheet::learner));
        } catch (SQLException e) {
            throw new IllegalStateException("the evaluations cannot be read", e);
        }
    }

    private Map<Long, Map<Long, RotationFacts>> rotations(List<Long> learnerIds) {
        Map<Long, Map<Long, RotationFacts>> byLearner = new HashMap<>();
        em.createQuery(
                        "select e.learnerId, e.id, r.id, r.specialty, r.type, p.fullName, p.credentials,"
                                + " r.endDate from Evaluation e join Rotation r on r.id = e.rotationId"
                                + " join Preceptor p on p.id = e.preceptorId"
                                + " where e.learnerId in :learners and e.status = :submitted",
                        Object[].class)
                .setParameter("learners", learnerIds)
                .setParameter("submitted", EvaluationStatus.SUBMITTED)
                .getResultList()
                .forEach(
                        c ->
                                byLearner
                                        .computeIfAbsent((Long) c[0], id -> new HashMap<>())
                                        .put((Long) c[1], facts(c)));
        return byLearner;
    }

    private Map<Long, Integer> littleContact(List<Long> learnerIds, Instant cutoff) {
        Map<Long, Integer> byLearner = new HashMap<>();
        em.createQuery(
                        "select d.learnerId, count(d.id) from Duty d where d.learnerId in :learners"
                                + " and d.phase = org.preceptorportal.duty.Phase.FINAL"
                                + " and d.state = org.preceptorportal.duty.DutyState.INSUFFICIENT_CONTACT"
                                + " and d.closedAt <= :cutoff group by d.learnerId",
                        Object[].class)
                .setParameter("learners", learnerIds)
                .setParameter("cutoff", cutoff)
                .getResultList()
                .forEach(c -> byLearner.put((Long) c[0], ((Long) c[1]).intValue()));
        return byLearner;
    }

    private RotationFacts facts(Object[] c) {
        String type = words.say("evaluation", "type." + (RotationType) c[4]);
        String preceptor = c[6] == null ? (String) c[5] : c[5] + ", " + c[6];
        return new RotationFacts((Long) c[2], c[3] + ", " + type, preceptor, (LocalDate) c[7]);
    }
}
