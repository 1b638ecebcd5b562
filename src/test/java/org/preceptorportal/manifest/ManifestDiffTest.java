package org.preceptorportal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.manifest.ManifestDiff.Counts;
import org.preceptorportal.manifest.ManifestDiff.LeftOut;
import org.preceptorportal.manifest.ManifestDiff.Step;
import org.preceptorportal.manifest.ManifestDiff.Version;
import org.preceptorportal.manifest.NightStatement.Job;
import org.preceptorportal.manifest.NightStatement.Part;
import org.preceptorportal.manifest.NightStatement.Skip;

/** What the portal states about a night, and how two statements differ. */
class ManifestDiffTest {
    private static final String HASH = "a".repeat(64);
    private static final ArtefactDiff ALIKE = new ArtefactDiff(Map.of(), List.of());

    @Test
    void theSameFactsGiveTheSameBytes() {
        Map<String, String> oneWay = new LinkedHashMap<>();
        oneWay.put("schema", "16");
        oneWay.put("java", "17");
        Map<String, String> another = new LinkedHashMap<>();
        another.put("java", "17");
        another.put("schema", "16");

        assertThat(night(1, oneWay, 3).json()).isEqualTo(night(1, another, 3).json());
    }

    @Test
    void namesNobody() {
        String json =
                new String(
                        night(1, Map.of(), 3, new Skip("skills", "reports", "12", "Too few."))
                                .json(),
                        StandardCharsets.UTF_8);

        assertThat(json).contains("\"item\": \"12\"").doesNotContain("label");
    }

    @Test
    void tellsWhatWasMendedAndWhatIsNew() {
        ManifestDiff diff =
                ManifestDiff.of(
                        night(1, Map.of(), 3, skip("1", "Damaged."), skip("2", "Too few.")),
                        night(2, Map.of(), 3, skip("2", "Too few."), skip("3", "Too few.")),
                        ALIKE);

        assertThat(diff.leftOut())
                .containsExactly(
                        new LeftOut("skills", "reports", "1", "Damaged.", null),
                        new LeftOut("skills", "reports", "2", "Too few.", "Too few."),
                        new LeftOut("skills", "reports", "3", null, "Too few."));
        assertThat(diff.same()).isFalse();
    }

    @Test
    void tellsVersionsAndCounts() {
        ManifestDiff diff =
                ManifestDiff.of(
                        night(1, Map.of("schema", "15", "java", "17"), 3),
                        night(2, Map.of("schema", "16", "java", "17"), 5),
                        ALIKE);

        assertThat(diff.versions()).containsExactly(new Version("schema", "15", "16"));
        assertThat(diff.steps())
                .containsExactly(
                        new Step(
                                "skills",
                                "reports",
                                new Counts(3, 3, 0, 0),
                                new Counts(5, 5, 0, 0)));
    }

    @Test
    void otherCountsAloneAreNoDifference() {
        assertThat(ManifestDiff.of(night(1, Map.of(), 3), night(2, Map.of(), 5), ALIKE).same())
                .isTrue();
    }

    private static Skip skip(String item, String reason) {
        return new Skip("skills", "reports", item, reason);
    }

    @Test
    void isReadAsItWasWritten() {
        NightStatement said = night(1, Map.of("schema", "16"), 3, skip("12", "Too few."));
        String json = new String(said.json(), StandardCharsets.UTF_8);
        assertThat(NightStatement.parse(said.json())).isEqualTo(said);
        String earlier = json.replaceAll("(?s)\"(anchors|retries)\": \\[.*?\\],", "");
        NightStatement read = NightStatement.parse(earlier.getBytes(StandardCharsets.UTF_8));
        assertThat(read.anchors()).isEmpty();
        assertThat(read.jobs()).allMatch(job -> job.retries().isEmpty());
    }

    private static NightStatement night(
            long id, Map<String, String> versions, int made, Skip... skipped) {
        return new NightStatement(
                id,
                "northgate",
                LocalDate.of(2026, 11, 22),
                "2027",
                Instant.parse("2026-11-22T07:00:00Z"),
                "COMPLETED",
                Instant.parse("2026-11-22T07:05:00Z"),
                null,
                null,
                false,
                versions,
                List.of(
                        new Job(
                                "skills",
                                "COMPLETED",
                                null,
                                List.of(
                                        new NightStatement.Retry(
                                                "reports: the store is gone",
                                                Instant.parse("2026-11-22T07:01:00Z"))),
                                List.of(
                                        new NightStatement.Step(
                                                "reports", made, made, made, 0, 0)))),
                List.of(skipped),
                List.of(new NightStatement.Anchored(7, HASH, HASH)),
                List.of(new Part(HASH, made)));
    }
}
