package org.preceptorportal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.preceptorportal.figures.FigureCsv;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.store.Sha256;

class GroupReportsTest {
    private static final Sha256 ANY = Sha256.of(new byte[0]);
    private final GroupReports reports = new GroupReports();

    @Test
    void ov1_preceptorsReportsAreListedForCoordinatorsOnly() {
        assertThat(reports.lists(caller(Role.COORDINATOR), GroupKind.PRECEPTOR)).isTrue();
        for (Role role :
                new Role[] {
                    Role.ADMINISTRATOR,
                    Role.AUDITOR,
                    Role.LEARNER,
                    Role.PRECEPTOR,
                    Role.ASSISTANT,
                    Role.PROGRAM_STAFF
                }) {
            assertThat(reports.lists(caller(role), GroupKind.PRECEPTOR)).as("%s", role).isFalse();
        }
    }

    @Test
    void ov1_programsAndLearnersListNothing() {
        for (GroupKind kind : GroupKind.values()) {
            assertThat(reports.lists(caller(Role.PROGRAM_STAFF), kind)).isFalse();
            assertThat(reports.lists(caller(Role.LEARNER), kind)).isFalse();
        }
        assertThat(reports.lists(caller(Role.ADMINISTRATOR), GroupKind.SITE)).isTrue();
        assertThat(reports.lists(caller(Role.ADMINISTRATOR), GroupKind.COHORT)).isTrue();
    }

    @Test
    void ov3_aPageShowsDomainsOfTheFileAndNoOtherColumn() {
        byte[] csv =
                "site,kind,domain,domain_label,scale,evaluations,mean,minimum\r\nW,domain,pc,Patient care,performance,4,3.50,3\r\nW,preceptor,,,,4,3.50,3\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        FigureTable table = FigureTable.of(FigureCsv.read(csv), GroupKind.SITE.columns());
        assertThat(table.columns()).containsExactly("evaluations", "mean");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).head()).isEqualTo("Patient care");
        assertThat(table.rows().get(0).cells()).containsExactly("4", "3.50");
    }

    @Test
    void ov5_singleEvaluationsAreForThoseWhoMayReadThem() {
        for (GroupKind kind : GroupKind.values()) {
            GroupReport report =
                    new GroupReport(1, 1, kind, 2, "2026", "", 5, Instant.EPOCH, ANY, ANY);
            assertThat(Sources.mayReadEvaluations(caller(Role.COORDINATOR), report)).isTrue();
            assertThat(Sources.mayReadEvaluations(caller(Role.ADMINISTRATOR), report)).isFalse();
            assertThat(Sources.mayReadEvaluations(caller(Role.PRECEPTOR), report))
                    .isEqualTo(kind == GroupKind.PRECEPTOR);
        }
    }

    private static Caller caller(Role role) {
        return new Caller(1L, 1, role, 2L, 3L, "somebody", null);
    }
}
