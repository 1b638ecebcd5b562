package org.preceptorportal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.season.Seasons;

/** S8: how long what is kept is data. */
class PoliciesTest {
    private static final String GOOD =
            "{'from':'2026','tokenDays':90,'supersededDays':30,'packetsPerProgram':14,"
                    + "'packetSeasons':7,'runDays':400,'batchDays':30,'orphanHours':24}";

    @Test
    void s8_theShippedFileHoldsToday() {
        Policies policies = new Policies();
        policies.seasons = new Seasons();
        policies.seasons.read();
        policies.read();
        assertThat(policies.of("2027").tokenDays()).isEqualTo(90);
        assertThat(policies.kept("2027")).contains("2026", "2027", "2028");
    }

    @Test
    void aSeasonThatWasTakenOutLiesBeforeAllOthers() {
        Policies policies = new Policies();
        policies.seasons = new Seasons();
        policies.seasons.read();
        policies.all = parse(GOOD.replace("2026", "2019"));
        assertThat(policies.of("2027").from()).isEqualTo("2019");
        assertThat(policies.of("2018").from()).isEqualTo("2019");
        policies.all = parse(GOOD.replace("2026", "2019") + "," + GOOD.replace("2026", "2027"));
        assertThat(policies.of("2018").from()).isEqualTo("2019");
        assertThat(policies.of("2027").from()).isEqualTo("2027");
        policies.all = parse(GOOD + "," + GOOD.replace("2026", "2O27"));
        assertThatThrownBy(() -> policies.of("2027")).hasMessageContaining("2O27");
    }

    @Test
    void aDaysGraceIsNoMatterOfTaste() {
        assertThat(parse(GOOD)).hasSize(1);
        for (String bad :
                List.of(
                        GOOD.replace("'orphanHours':24", "'orphanHours':23"),
                        GOOD.replace("'batchDays':30", "'batchDays':1"),
                        GOOD.replace("'packetsPerProgram':14", "'packetsPerProgram':0"),
                        GOOD.replace(",'runDays':400", ""))) {
            assertThatThrownBy(() -> parse(bad))
                    .hasMessageContaining("the policy from 2026 in retention.json");
        }
    }

    private static List<Policy> parse(String one) {
        return Policies.parse(
                Json.createReader(new StringReader("[" + one.replace('\'', '"') + "]"))
                        .readArray());
    }
}
