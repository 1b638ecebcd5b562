package org.preceptorportal.skills;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.shell.Tenants;
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

    @Inject Narratives narratives;
    @Inject Calibrations calibrations;
    @Inject SkillReports reports;
    @Inject Tenants tenants;

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
        Map<Long, List<Narrative>> finals = narratives.ofLearners(tenantId, ids, cutoff);
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
                            finals.get(id),
                            sheets.getOrDefault(id, List.of()),
                            standings.get(id),
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
}
