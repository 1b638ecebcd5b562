package org.preceptorportal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.release.Releases;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** PK-8. */
class RecallsTest {
    private static final Instant MADE = Instant.parse("2026-11-20T07:00:00Z");
    private static final byte[] FILE = {1, 2, 3};

    private final List<Releases.Withdrawn> withdrawn = new ArrayList<>();
    private final Recalls recalls = new Recalls();
    private Map<Sha256, byte[]> made = Map.of();

    RecallsTest() {
        recalls.words = new Words();
        recalls.releases =
                new Releases() {
                    @Override
                    public List<Withdrawn> withdrawn(long programId, String season) {
                        return withdrawn;
                    }
                };
        recalls.blobs =
                new Blobs() {
                    @Override
                    public byte[] read(Sha256 sha256) {
                        return made.get(sha256);
                    }
                };
        recalls.statements =
                new Statements() {
                    @Override
                    public byte[] signature(long packetId, byte[] statement) {
                        return new byte[] {9};
                    }
                };
    }

    @Test
    void aWithdrawalTakesTheLetterOutOfThePacket() {
        List<Entry> entries = laid();
        withdraw(4, "ADA1", "Ada by Ruiz");
        Recalls.Today today = recalls.today(packet(), entries);
        assertThat(names(today))
                .contains("Lee_Bo.pdf", "originals/Lee_Bo_by_Kim.pdf", "WITHDRAWN.txt")
                .doesNotContain("Osei_Ada.pdf", "originals/Osei_Ada_by_Ruiz.pdf");
        assertThat(today.entries().stream().map(e -> e.blob().sha256()))
                .doesNotContain(original("Ada by Ruiz"));
    }

    @Test
    void aFileThatOnlyTellsOfTheLetterIsLeftOutToo() {
        List<Entry> entries = laid();
        withdraw(5, "BO2", "Bo by Sand");
        assertThat(names(recalls.today(packet(), entries)))
                .contains("Osei_Ada.pdf", "originals/Lee_Bo_by_Kim.pdf")
                .doesNotContain("Lee_Bo.pdf");
    }

    @Test
    void aLetterThatIsNotInThePacketLeavesItAsItIs() {
        List<Entry> entries = laid();
        withdraw(4, "ADA0", "Ada by Diaz");
        assertThat(recalls.today(packet(), entries).entries()).isSameAs(entries);
    }

    @Test
    void aPacketWithoutTheLearnerNeedNotBeRead() {
        List<Entry> entries =
                laid().stream().filter(e -> !Long.valueOf(4).equals(e.learnerId())).toList();
        made = Map.of();
        withdraw(4, "ADA1", "Ada by Ruiz");
        assertThat(recalls.today(packet(), entries).entries()).isSameAs(entries);
    }

    @Test
    void itStandsUntilTheNextWithdrawal() {
        Recalls.Lack lack = recalls.today(packet(), laid()).lack();
        assertThat(recalls.stands(packet(), lack)).isTrue();
        withdraw(4, "ADA1", "Ada by Ruiz");
        assertThat(recalls.stands(packet(), lack)).isFalse();
        lack = recalls.today(packet(), laid()).lack();
        assertThat(lack.files())
                .containsExactlyInAnyOrder("Osei_Ada.pdf", "originals/Osei_Ada_by_Ruiz.pdf");
        assertThat(recalls.stands(packet(), lack)).isTrue();
    }

    @Test
    void aPacketOfFormerDaysLosesEveryFileThatMayHoldTheLetter() {
        List<Entry> entries =
                laid().stream()
                        .filter(e -> e.kind() != Kind.MANIFEST && e.kind() != Kind.SIGNATURE)
                        .toList();
        withdraw(4, "ADA1", "Ada by Ruiz");
        assertThat(names(recalls.today(packet(), entries)))
                .contains("Lee_Bo.pdf", "WITHDRAWN.txt")
                .doesNotContain("Osei_Ada.pdf", "originals/Osei_Ada_by_Ruiz.pdf");
    }

    private List<Entry> laid() {
        List<Entry> files =
                List.of(
                        file("Osei_Ada.pdf", Kind.APPLICANT, 4, Blob.of(FILE)),
                        file("Lee_Bo.pdf", Kind.APPLICANT, 5, Blob.of(FILE)),
                        file(
                                "originals/Osei_Ada_by_Ruiz.pdf",
                                Kind.ORIGINAL,
                                4,
                                Blob.of(bytes("Ada by Ruiz"))),
                        file(
                                "originals/Lee_Bo_by_Kim.pdf",
                                Kind.ORIGINAL,
                                5,
                                Blob.of(bytes("Bo by Kim"))));
        Listing told =
                new Listing(
                        "Medicine",
                        "North Hospital",
                        "IM",
                        "2027",
                        "DIRECT",
                        MADE,
                        List.of(
                                person(
                                        "Ada Osei",
                                        "Osei_Ada.pdf",
                                        letter("ADA1", "originals/Osei_Ada_by_Ruiz.pdf")),
                                person(
                                        "Bo Lee",
                                        "Lee_Bo.pdf",
                                        letter("BO1", "originals/Lee_Bo_by_Kim.pdf"),
                                        letter("BO2", null))),
                        List.of());
        Laying laying = new Laying(recalls.words, told, files).sign(new byte[] {9});
        made = laying.made();
        return laying.entries();
    }

    private static Entry file(String name, Kind kind, long learner, Blob blob) {
        return new Entry(0, name, kind, learner, name, blob);
    }

    private static Listing.Person person(String name, String file, Listing.Letter... letters) {
        return new Listing.Person(
                name, null, name, null, "Accra", file, false, List.of(letters), null);
    }

    private static Listing.Letter letter(String code, String original) {
        return new Listing.Letter("An author", MADE, true, code, original, null);
    }

    private void withdraw(long learner, String code, String original) {
        withdrawn.add(new Releases.Withdrawn(learner, code, original(original)));
    }

    private static Sha256 original(String name) {
        return Sha256.of(bytes(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Recalls.Today today) {
        return today.entries().stream().map(Entry::name).toList();
    }

    private static PacketView packet() {
        Sha256 hash = Sha256.of(FILE);
        return new PacketView(
                1,
                1,
                7,
                "P7",
                "Medicine",
                "North Hospital",
                "IM",
                "2027",
                LocalDate.of(2026, 11, 20),
                MADE,
                1,
                hash,
                2,
                2,
                0,
                1,
                MADE,
                "DIRECT",
                hash,
                MADE);
    }
}
