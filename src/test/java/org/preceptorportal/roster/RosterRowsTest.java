package org.preceptorportal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preceptorportal.shell.Words;

/** RO-2. */
class RosterRowsTest {
    private static final String REQUIRED = "learner_id,full_name,email,medical_school,stage";

    @Test
    void leavesAloneWhatTheFileHasNoColumnFor() {
        String sql = RosterRows.sql(RosterKind.LEARNERS, columns(REQUIRED + ",Latin name"));
        assertThat(sql)
                .contains("latin_name = excluded.latin_name")
                .doesNotContain("aamc_id = excluded.aamc_id")
                .doesNotContain("learner.aamc_id")
                .as("a new row still gets all its columns")
                .contains("(id, tenant_id, code, full_name, latin_name, email, aamc_id,");
    }

    @Test
    void comparesExactlyWhatItWouldChange() {
        assertThat(RosterRows.sql(RosterKind.LEARNERS, columns(REQUIRED)))
                .endsWith(
                        " do update set full_name = excluded.full_name, email = excluded.email,"
                                + " medical_school = excluded.medical_school,"
                                + " stage = excluded.stage"
                                + " where (learner.full_name, learner.email,"
                                + " learner.medical_school, learner.stage) is distinct from"
                                + " (excluded.full_name, excluded.email, excluded.medical_school,"
                                + " excluded.stage) returning (xmax = 0)");
    }

    @ParameterizedTest
    @EnumSource
    void changesEachColumnTheFileHas(RosterKind kind) {
        Set<String> all = new HashSet<>(kind.requiredColumns());
        all.addAll(kind.optionalColumns());
        assertThat(kind.optionalColumns())
                .allSatisfy(
                        column ->
                                assertThat(RosterRows.sql(kind, all))
                                        .contains(column + " = excluded." + column));
        assertThat(kind.optionalColumns())
                .allSatisfy(
                        column ->
                                assertThat(RosterRows.sql(kind, Set.copyOf(kind.requiredColumns())))
                                        .doesNotContain("excluded." + column));
    }

    private static Set<String> columns(String header) {
        byte[] file = (header + "\n").getBytes(StandardCharsets.UTF_8);
        return RosterTable.read(new RosterUpload("l.csv", file), new Words(), new ArrayList<>())
                .columns();
    }
}
