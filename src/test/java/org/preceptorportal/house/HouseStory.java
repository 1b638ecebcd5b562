package org.preceptorportal.house;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.preceptorportal.ledger.SomeThreads;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.Runs;
import org.preceptorportal.night.StepView;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenant;

/** A story tried on the real WAR with the real database, in an institution of its own. */
abstract class HouseStory {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject School school;
    @Inject Nights nights;
    @Inject Runs runs;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @AfterEach
    void heal() {
        FailingBlobs.heal();
        FailingTrail.heal();
        SomeThreads.heal();
    }

    List<String> archived(Tenant tenant, String what) throws SQLException {
        return strings(
                "select "
                        + what
                        + " from archived_letter a join signed_letter s on s.id ="
                        + " a.signed_letter_id where a.tenant_id = ? order by s.id, a.number",
                tenant.id());
    }

    void withoutTriggers(String table, String sql, Tenant tenant) throws SQLException {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.execute("alter table " + table + " disable trigger user");
            change(sql, tenant);
            statement.execute("alter table " + table + " enable trigger user");
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    void update(String sql, long id) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    static RunView job(NightView night, String job) {
        return night.runs().stream().filter(r -> r.job().equals(job)).findFirst().orElseThrow();
    }

    NightView run(Tenant tenant) {
        return ended(tenant, nights.start(school.coordinator(tenant)));
    }

    NightView ended(Tenant tenant, long id) {
        Caller coordinator = school.coordinator(tenant);
        for (int i = 0; i < 600; i++) {
            NightView view = runs.night(coordinator, id);
            if (!view.active()) {
                return view;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the night does not end");
    }

    static StepView step(NightView run, String name) {
        return run.steps().stream().filter(s -> s.step().equals(name)).findFirst().orElseThrow();
    }

    void damage(Tenant tenant, String learnerCode, String column) throws Exception {
        Learner learner = school.learner(tenant, learnerCode);
        List<String> shas =
                strings(
                        "select s."
                                + column
                                + " from signed_letter s join letter l on l.id = s.letter_id where l.learner_id = ?",
                        learner.id());
        for (String sha : shas) {
            Files.writeString(Path.of(data, "blobs", sha.substring(0, 2), sha), "damaged");
        }
    }

    int count(String sql, Tenant tenant) throws SQLException {
        return Integer.parseInt(strings(sql, tenant.id()).get(0));
    }

    void change(String sql, Tenant tenant) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            update.setLong(1, tenant.id());
            update.executeUpdate();
        }
    }

    List<String> strings(String sql, long id) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }
}
