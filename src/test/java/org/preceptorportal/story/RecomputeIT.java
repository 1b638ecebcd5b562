package org.preceptorportal.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.recompute.RecomputeCommand;

/** Kept reports of the demo season come out again from its evaluations. */
@ExtendWith(HouseWithDemo.class)
class RecomputeIT {
    private final RunningPortal portal;

    RecomputeIT(RunningPortal portal) {
        this.portal = portal;
    }

    @Test
    void s7_everyKindOfReportComesOutByteForByte() throws SQLException, IOException {
        List<String> reports = new ArrayList<>();
        try (Connection c = portal.database();
                Statement select = c.createStatement();
                ResultSet row =
                        select.executeQuery(
                                "(select max(id) from skill_report)"
                                        + " union all select max(id) from figure_report group by kind")) {
            while (row.next()) {
                reports.add(row.getString(1));
            }
        }
        assertThat(reports).hasSizeGreaterThanOrEqualTo(1).doesNotContainNull();
        for (String report : reports) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            try (Connection c = portal.database();
                    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
                c.setAutoCommit(false);
                assertThat(RecomputeCommand.run(c, out, report))
                        .as(said.toString(StandardCharsets.UTF_8))
                        .isZero();
                c.rollback();
            }
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("Formulas", "Calibration: ", "Same:");
        }
    }
}
