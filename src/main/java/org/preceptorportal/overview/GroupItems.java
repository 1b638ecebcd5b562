package org.preceptorportal.overview;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.preceptorportal.calibration.Calibration;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.comparison.Comparison;
import org.preceptorportal.comparison.Comparison.Subject;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Shared;
import org.preceptorportal.reports.CohortReportPrinter;
import org.preceptorportal.reports.PreceptorReportPrinter;
import org.preceptorportal.reports.SiteReportPrinter;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.store.Sha256;

/** What a night has to look at; no answer is read unless something has to be made. */
@ApplicationScoped
public class GroupItems {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Seasons seasons;
    @Inject Tenants tenants;
    @Inject Calibrations calibrations;
    @Inject GroupReports reports;
    @Inject CohortReportPrinter cohorts;
    @Inject PreceptorReportPrinter preceptors;
    @Inject SiteReportPrinter sites;

    private final Shared<List<GroupItem>> items = new Shared<>();
    private final Shared<Comparison> evidence = new Shared<>();

    /** The cohort, preceptors, sites; the same in every try of a run, but for what is known. */
    public List<GroupItem> of(NightRun night) {
        return items.of(night, () -> of(night.tenant(), night.season(), night.cutoff()));
    }

    private List<GroupItem> of(long tenantId, String seasonCode, Instant cutoff) {
        Season season = seasons.get(seasonCode);
        Tenant tenant = tenants.get(tenantId);
        try (Connection c = database.getConnection()) {
            Optional<Calibration> calibration = Calibration.at(c, tenantId, season, cutoff);
            List<Subject> subjects = Comparison.subjects(c, tenantId, season, cutoff, calibration);
            SortedMap<Long, String> authors =
                    names(
                            c,
                            "select id, concat_ws(', ', full_name, credentials) from preceptor"
                                    + " where tenant_id = ?",
                            tenantId);
            SortedMap<Long, String> places =
                    names(c, "select id, name from site where tenant_id = ?", tenantId);
            SortedMap<Long, String> learners =
                    names(
                            c,
                            "select id, concat(code, ' ', full_name) from learner"
                                    + " where tenant_id = ?",
                            tenantId);
            // A job alone may find that the night's calibration is not fitted yet.
            List<String> strata =
                    calibrations.keys(
                            tenantId,
                            seasonCode,
                            calibration.map(Calibration::cutoff).orElse(Instant.EPOCH));
            Map<String, Sha256> known = reports.newestKeys(tenantId, seasonCode, cutoff);
            // In words once, for they are many.
            String printedOfSites = List.of(sites.designVersion(), authors).toString();
            List<GroupItem> items = new ArrayList<>();
            for (Subject subject : subjects) {
                // What is printed besides the figures.
                Object printed =
                        switch (subject.kind()) {
                            case COHORT ->
                                    List.of(cohorts.designVersion(), season.name(), learners);
                            case PRECEPTOR -> preceptors.designVersion();
                            case SITE -> printedOfSites;
                        };
                String name =
                        switch (subject.kind()) {
                            case COHORT -> season.name();
                            case PRECEPTOR -> authors.get(subject.id());
                            case SITE -> places.get(subject.id());
                        };
                Sha256 key =
                        Sha256.ofInputs(
                                subject.inputs(),
                                strata,
                                printed,
                                name,
                                tenant.name(),
                                tenant.zone(),
                                GroupMaking.FORMULAS);
                items.add(
                        new GroupItem(
                                items.size() + 1,
                                subject,
                                name,
                                key,
                                key.equals(known.get(subject.kind() + " " + subject.id()))));
            }
            return items;
        } catch (SQLException e) {
            throw new IllegalStateException("the evaluations cannot be read", e);
        }
    }

    /** All that those reports are made of. */
    public Comparison read(NightRun night) {
        return evidence.of(night, () -> read(night.tenant(), night.season(), night.cutoff()));
    }

    private Comparison read(long tenantId, String seasonCode, Instant cutoff) {
        try (Connection c = database.getConnection()) {
            return Comparison.read(
                    c,
                    tenantId,
                    seasons.get(seasonCode),
                    cutoff,
                    calibrations.whole(
                            tenantId,
                            seasonCode,
                            calibrations.cutoff(tenantId, seasonCode, cutoff)));
        } catch (SQLException e) {
            throw new IllegalStateException("the evaluations cannot be read", e);
        }
    }

    private static SortedMap<Long, String> names(Connection c, String sql, long tenantId)
            throws SQLException {
        SortedMap<Long, String> names = new TreeMap<>();
        try (PreparedStatement select = c.prepareStatement(sql)) {
            select.setLong(1, tenantId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getLong(1), row.getString(2));
                }
            }
        }
        return names;
    }
}
