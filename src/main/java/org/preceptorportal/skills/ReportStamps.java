package org.preceptorportal.skills;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.database.Values;
import org.preceptorportal.store.Sha256;

/**
 * Hashes of all that reports are made of, computed by the database for all learners at once (SK-8).
 * An equal stamp says that a report's inputs are equal; an unequal one says only that they must be
 * read. What never changes once it is there, such as a submitted evaluation (EV-5) and a fit, is in
 * it by its id.
 */
@ApplicationScoped
public class ReportStamps {
    // What SkillReportMaking and LearnerRecords take in, and nothing that changes for other causes.
    private static final String STAMPS =
            "select l.id, encode(sha256(record_send(row(?::text, l.code, l.full_name, l.latin_name,"
                    + " l.medical_school, coalesce(d.rotations, 0), e.evaluations))), 'hex')"
                    + " as stamp, n.stamp as newest from learner l"
                    + " join (select e.learner_id, string_agg(record_send(row(e.id, e.preceptor_id,"
                    + " r.id, r.site_id, r.end_date, r.specialty, r.type, p.full_name, p.credentials)),"
                    + " ''::bytea order by e.id) as evaluations from evaluation e"
                    + " join rotation r on r.id = e.rotation_id"
                    + " join preceptor p on p.id = e.preceptor_id"
                    + " where e.tenant_id = ? and e.status = 'SUBMITTED' and e.phase in ('FINAL', 'MID')"
                    + " and e.submitted_at <= ? and (e.superseded_by is null or not exists (select"
                    + " from evaluation later where later.id = e.superseded_by"
                    + " and later.submitted_at <= ?))%1$s group by e.learner_id"
                    + " having bool_or(e.phase = 'FINAL')) e"
                    + " on e.learner_id = l.id"
                    + " left join (select learner_id, count(*) as rotations from duty"
                    + " where tenant_id = ? and phase = 'FINAL' and state = 'INSUFFICIENT_CONTACT'"
                    + " and closed_at <= ? group by learner_id) d on d.learner_id = l.id"
                    + " left join (select distinct on (s.learner_id) s.learner_id, s.stamp"
                    + " from skill_report s join run u on u.id = s.run_id"
                    + " join night n on n.id = u.night_id where s.tenant_id = ? and n.cutoff <= ?"
                    + "%2$s order by s.learner_id, n.cutoff desc, s.id desc) n"
                    + " on n.learner_id = l.id order by l.id";

    private static final String ALL = STAMPS.formatted("", "");
    private static final String SOME =
            STAMPS.formatted(" and e.learner_id = any (?)", " and s.learner_id = any (?)");

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject SkillReportMaking making;
    @Inject Calibrations calibrations;
    @Inject Tenants tenants;
    @Inject Words words;

    /**
     * A learner with a submitted final.
     *
     * @param current whether the newest report was made of the same
     */
    public record Stamped(long learnerId, String stamp, boolean current) {}

    /**
     * All learners, by id.
     *
     * @param calibrated the cut-off of the night's calibration
     */
    public List<Stamped> of(NightRun night, Instant calibrated) {
        return read(night, calibrated, ALL);
    }

    /** The stamps of these learners by now: what changed since is not what was read. */
    public Map<Long, String> of(NightRun night, Instant calibrated, Collection<Long> learnerIds) {
        Map<Long, String> stamps = new HashMap<>();
        read(night, calibrated, SOME, (Object) learnerIds.toArray(Long[]::new))
                .forEach(each -> stamps.put(each.learnerId(), each.stamp()));
        return stamps;
    }

    private List<Stamped> read(NightRun night, Instant calibrated, String sql, Object... which) {
        OffsetDateTime cutoff = OffsetDateTime.ofInstant(night.cutoff(), ZoneOffset.UTC);
        List<Object> values = new ArrayList<>();
        values.add(basis(night, calibrated));
        values.addAll(List.of(night.tenant(), cutoff, cutoff));
        values.addAll(Arrays.asList(which));
        values.addAll(List.of(night.tenant(), cutoff, night.tenant(), cutoff));
        values.addAll(Arrays.asList(which));
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            Values.set(select, values);
            List<Stamped> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String stamp = row.getString(2);
                    all.add(new Stamped(row.getLong(1), stamp, stamp.equals(row.getString(3))));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the reports' stamps cannot be read", e);
        }
    }

    /** What is the same for all learners of an institution. */
    String basis(NightRun night, Instant calibrated) {
        List<Object> inputs = new ArrayList<>();
        inputs.add(making.version());
        inputs.add(tenants.get(night.tenant()).zone());
        inputs.add(calibrations.strata(night.tenant(), night.season(), calibrated));
        for (RotationType type : RotationType.values()) {
            inputs.add(words.say("evaluation", "type." + type));
        }
        return Sha256.ofInputs(inputs.toArray()).hex();
    }
}
