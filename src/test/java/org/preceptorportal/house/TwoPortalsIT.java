package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.shell.database.OtherPostgres;

/** Two servers on one database and one store: a night is run once, whoever of them lives (NI-1). */
class TwoPortalsIT {
    private static final int LEARNERS = 500;

    @Test
    void s5_theSurvivorFinishesTheNightOfTheOtherAndMakesTheSame(@TempDir Path temp)
            throws Exception {
        try (OtherPostgres server = new OtherPostgres(temp.resolve("database"));
                RunningPortal first =
                        RunningPortal.fresh(temp.resolve("first"), node("first", server));
                RunningPortal second =
                        RunningPortal.beside(
                                first, temp.resolve("second"), node("second", server))) {
            String key = first.apiKeyOfNew("coordinator");
            Http one = Http.key(first, key);
            Http two = Http.key(second, key);
            Http.Answer imported = one.postFiles("/api/v1/imports", rosters());
            assertThat(imported.status()).as(imported.text()).isEqualTo(200);
            try (Connection c = connect(server)) {
                evaluateAll(c);

                List<Http.Answer> asked = askBoth(one, two);
                assertThat(asked).extracting(Http.Answer::status).containsOnlyOnce(202, 409);
                long night = asked.get(0).json().getJsonNumber("id").longValue();
                assertThat(asked.get(1).json().getJsonNumber("id").longValue()).isEqualTo(night);

                String owner = ownerInTheMiddle(c);
                boolean firstDies = owner.equals("first");
                (firstDies ? first : second).kill();
                assertThat(Integer.parseInt(one(c, "select made" + OF_REPORTS)))
                        .as("killed in the middle")
                        .isBetween(1, LEARNERS - 1);
                // As if the minute of the lease had passed.
                change(c, "update run set lease_until = now() where status = 'STARTED'");

                Http survivor = firstDies ? two : one;
                Nights.await(survivor, night);
                assertThat(one(c, "select read || ' ' || made" + OF_REPORTS))
                        .as("each once, over both servers")
                        .isEqualTo(LEARNERS + " " + LEARNERS);
                assertThat(one(c, "select owner from run where job = 'skill-reports'"))
                        .isEqualTo(firstDies ? "second" : "first");
                assertThat(one(c, "select epoch from run where job = 'skill-reports'"))
                        .isEqualTo("2");
                assertThat(one(c, "select count(*) from night")).isEqualTo("1");
                String made = one(c, ARTEFACTS);

                change(c, "delete from skill_report");
                Nights.run(survivor);
                assertThat(one(c, ARTEFACTS)).as("a clean night's").isEqualTo(made);

                change(c, "delete from skill_report");
                long last =
                        survivor.postJson("/api/v1/nights", "{}")
                                .json()
                                .getJsonNumber("id")
                                .longValue();
                ownerInTheMiddle(c);
                (firstDies ? second : first).down();
                assertThat(one(c, "select status || ' ' || coalesce(owner, 'nobody')" + OF_LAST))
                        .as("left to whoever comes next")
                        .isEqualTo("WAITING nobody");
                assertThat(one(c, "select status from night where id = " + last))
                        .isEqualTo("RUNNING");
                assertThat(
                                one(
                                        c,
                                        "select (made = (select count(*) from skill_report))::text from"
                                                + " run_ledger where step = 'clinical-skill-reports' order by run_id"
                                                + " desc limit 1"))
                        .as("whole chunks only")
                        .isEqualTo("true");
            }
        }
    }

    private static final String OF_REPORTS =
            " from run_ledger where step = 'clinical-skill-reports' order by run_id limit 1";
    private static final String OF_LAST =
            " from run where job = 'skill-reports' order by id desc limit 1";
    private static final String ARTEFACTS =
            "select count(*) || ' ' || md5(string_agg(l.code || r.input_key || r.pdf_sha256 ||"
                    + " r.csv_sha256, ' ' order by l.code)) from skill_report r join learner l on"
                    + " l.id = r.learner_id";

    private static Map<String, String> node(String name, OtherPostgres server) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PORTAL_NODE", name);
        environment.put("PORTAL_DB_URL", server.url());
        environment.put("PORTAL_DB_USER", server.user());
        environment.put("PORTAL_DB_PASSWORD", server.password());
        environment.put("PORTAL_INSTITUTION_NAME", "Twin College");
        return environment;
    }

    /** The one that was let in comes first. */
    private static List<Http.Answer> askBoth(Http one, Http two) {
        var other = CompletableFuture.supplyAsync(() -> two.postJson("/api/v1/nights", "{}"));
        List<Http.Answer> answers = new ArrayList<>();
        answers.add(one.postJson("/api/v1/nights", "{}"));
        answers.add(answers.get(0).status() == 202 ? 1 : 0, other.join());
        return answers;
    }

    private static String ownerInTheMiddle(Connection c) throws Exception {
        for (int i = 0; i < 3000; i++) {
            String owner =
                    one(
                            c,
                            "select owner from run r where job = 'skill-reports' and status = 'STARTED'"
                                    + " and (select sum(made) from run_part where run_id = r.id) > 0");
            if (owner != null) {
                return owner;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the night does not begin");
    }

    private static void evaluateAll(Connection c) throws SQLException {
        change(
                c,
                "insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id, phase,"
                        + " form, form_version, status, started_at, saved_at, version) select"
                        + " nextval('portal_id'), tenant_id, id, learner_id, preceptor_id, 'FINAL',"
                        + " 'clerkship-final', 1, 'DRAFT', now(), now(), 1 from rotation");
        change(
                c,
                "insert into evaluation_answer select e.id, q, (1 + (e.id + length(q)) % 5)::text, 1,"
                        + " now() from evaluation e, unnest(array['reasoning', 'knowledge', 'learning', 'system',"
                        + " 'professionalism', 'communication', 'culture', 'awareness']) q");
        change(c, "update evaluation set status = 'SUBMITTED', submitted_at = now()");
    }

    private static Connection connect(OtherPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static String one(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void change(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Map<String, String> rosters() {
        StringBuilder learners =
                new StringBuilder("learner_id,full_name,email,medical_school,stage\n");
        StringBuilder rotations =
                new StringBuilder(
                        "rotation_id,learner_id,npi,site_code,type,specialty,setting,start_date,end_date,hours_per_week\n");
        for (int i = 0; i < LEARNERS; i++) {
            learners.append(
                    "L%1$d,Learner %1$d,l%1$d@twin.example,Twin Medical School,graduate\n"
                            .formatted(i));
            rotations.append(
                    "R%1$d,L%1$d,1234567893,S1,elective,Cardiology,inpatient,2026-09-07,2026-10-02,40\n"
                            .formatted(i));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "sites.csv",
                "site_code,name,street,city,state,postal_code,time_zone\nS1,Twin Hospital,1 Main Street,Toledo,OH,43604,America/New_York\n");
        files.put(
                "preceptors.csv",
                "npi,full_name,specialty,email,site_code\n1234567893,Zoe Kent,Cardiology,zoe@twin.example,S1\n");
        files.put("learners.csv", learners.toString());
        files.put("rotations.csv", rotations.toString());
        return files;
    }
}
