package org.preceptorportal.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.audit.Witness;
import org.preceptorportal.seal.Seal;

/** AN-1 to AN-3, with real time-stamps and real files. */
class AnchorsTest {
    private static final Instant AT = Instant.parse("2026-11-22T07:00:00Z");

    @TempDir Path data;
    private Seal seal;
    private final List<Instant> asked = new ArrayList<>();

    @BeforeEach
    void found() {
        seal = new Seal(data.resolve("seal"), null, Clock.fixed(AT, ZoneOffset.UTC));
    }

    @Test
    void s3_theNewestTimeStampCoversAllBeforeIt() {
        Anchor first = anchor(7, "a", null);
        Anchor second = anchor(9, "b", first);
        Anchor third = anchor(12, "c", second);
        List<Witness.Head> heads = heads(List.of(first, second, third), List.of());
        assertThat(heads).extracting(Witness.Head::number).containsExactly(7L, 9L, 12L);
        assertThat(heads).extracting(Witness.Head::at).containsOnly(AT);
        assertThat(asked).as("time-stamps that had to be read").hasSize(1);
    }

    @Test
    void s3_aForgedAnchorProvesNothing() {
        Anchor first = anchor(7, "a", null);
        Anchor second = anchor(9, "b", first);
        Anchor forged =
                Anchor.read(
                                second.statement().replace("\"event\":9", "\"event\":8"),
                                second.token())
                        .orElseThrow();
        assertThat(heads(List.of(first, forged), List.of()))
                .extracting(Witness.Head::at)
                .containsExactly(AT, null);
        Anchor otherFirst =
                Anchor.read(first.statement().replace("\"aaaa", "\"abaa"), first.token())
                        .orElseThrow();
        assertThat(heads(List.of(otherFirst, second), List.of()))
                .extracting(Witness.Head::at)
                .containsExactly(null, AT);
        assertThat(heads(List.of(first), List.of(11L)))
                .extracting(Witness.Head::at)
                .containsExactly(AT, null);
    }

    @Test
    void s4_anAnchorOfAnotherInstitutionProvesNothing() {
        assertThat(
                        AnchorWitness.heads(
                                new Anchors.Kept(List.of(anchor(7, "a", null)), List.of()),
                                "south",
                                this::proof))
                .extracting(Witness.Head::at)
                .containsOnlyNulls();
    }

    @Test
    void aFileTellsTheSameAsItsAnchorAndABrokenOneIsNone() throws Exception {
        AnchorFolder folder = new AnchorFolder(data, 1);
        assertThat(folder.read()).isEmpty();
        Anchor anchor = anchor(7, "a", null);
        folder.write(anchor);
        Optional<Anchor> back = folder.read().get(7L);
        assertThat(back.orElseThrow().statement()).isEqualTo(anchor.statement());
        assertThat(proof(back.get())).isEqualTo(AT);
        try (var files = Files.list(data.resolve("anchors/1"))) {
            Path file = files.findFirst().orElseThrow();
            Files.write(file, "{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(folder.read()).containsEntry(7L, Optional.empty());
    }

    private List<Witness.Head> heads(List<Anchor> good, List<Long> bad) {
        asked.clear();
        return AnchorWitness.heads(new Anchors.Kept(good, bad), "north", this::proof);
    }

    private Instant proof(Anchor anchor) {
        Instant at = seal.stampedAt(anchor.bytes(), anchor.token()).orElse(null);
        asked.add(at);
        return at;
    }

    private Anchor anchor(long number, String digit, Anchor before) {
        Anchor.Said said =
                new Anchor.Said(
                        "north",
                        number,
                        digit.repeat(64),
                        LocalDate.of(2026, 11, 22),
                        AT,
                        before == null ? "" : before.name());
        byte[] bytes = said.statement().getBytes(StandardCharsets.UTF_8);
        return new Anchor(said, said.statement(), seal.timeStamp(Anchor.sha256(bytes)));
    }
}
