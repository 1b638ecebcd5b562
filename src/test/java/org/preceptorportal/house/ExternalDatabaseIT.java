package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.shell.database.OtherPostgres;

/** The same WAR, started by {@code ./portal}, on a PostgreSQL that somebody else runs. */
class ExternalDatabaseIT {
    @Test
    void servesFromTheConfiguredServerAndSurvivesAPowerCut(@TempDir Path temp) throws Exception {
        Path data = temp.resolve("data of the portal");
        try (OtherPostgres server = new OtherPostgres(temp.resolve("external"));
                RunningPortal portal =
                        RunningPortal.fresh(
                                data,
                                Map.of(
                                        "PORTAL_DB_URL", server.url(),
                                        "PORTAL_DB_USER", server.user(),
                                        "PORTAL_DB_PASSWORD", server.password(),
                                        "PORTAL_INSTITUTION_NAME", "Elsewhere College"))) {
            assertThat(Http.stranger(portal).get("/health/ready").text())
                    .contains("\"database\":\"UP\"");
            Http coordinator = Http.key(portal, portal.apiKeyOfNew("coordinator"));

            Http.Answer imported = coordinator.postFiles("/api/v1/imports", rosters());
            assertThat(imported.status()).as(imported.text()).isEqualTo(200);
            Http.Answer again = coordinator.postFiles("/api/v1/imports", rosters());
            assertThat(again.text()).doesNotContainPattern("\"(added|changed)\":[1-9]");

            JsonObject night = Nights.run(coordinator);
            assertThat(data.resolve("pg")).as("a database of its own").doesNotExist();

            PortalScript.Said second =
                    PortalScript.run(
                            Map.of("PORTAL_DATA", data.toString(), "PORTAL_PORT", "1"), "up");
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.err()).contains("a portal already runs on " + data.toRealPath());

            portal.kill();
            portal.up();
            JsonObject kept = coordinator.get("/api/v1/nights/" + night.getInt("id")).json();
            assertThat(kept.getString("status")).isEqualTo("COMPLETED");
            assertThat(whatIsThere(server)).isEqualTo("Elsewhere College, demo f, learners 1");

            portal.down();
            assertThat(whatIsThere(server)).as("the server is left alone").isNotEmpty();
        }
    }

    /** All institutions in words. */
    private static String whatIsThere(OtherPostgres server) throws SQLException {
        try (Connection c =
                        DriverManager.getConnection(
                                server.url(), server.user(), server.password());
                ResultSet row =
                        c.createStatement()
                                .executeQuery(
                                        "select string_agg(name || ', demo ' || demo::text::char(1)"
                                                + " || ', learners ' || (select count(*) from"
                                                + " learner), '; ') from tenant")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Map<String, String> rosters() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "rotations.csv",
                """
                rotation_id,learner_id,npi,site_code,type,specialty,setting,start_date,end_date,hours_per_week
                R1,L1,1234567893,S1,elective,Cardiology,inpatient,2026-09-07,10/02/2026,40
                """);
        files.put(
                "sites.csv",
                """
                site_code,name,street,city,state,postal_code,time_zone
                S1,Elsewhere Hospital,"1 Main
                Street",Toledo,OH,43604,America/New_York
                """);
        files.put(
                "preceptors.csv",
                """
                npi,full_name,specialty,email,site_code
                1234567893,Zoë Ångström,Cardiology,zoe@elsewhere.example,S1
                """);
        files.put(
                "learners.csv",
                """
                learner_id,full_name,email,medical_school,stage
                L1,Omar Haddad,omar@elsewhere.example,Elsewhere Medical School,graduate
                """);
        return files;
    }
}
