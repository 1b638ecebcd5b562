package org.preceptorportal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Sha256;

/** PK-3, PK-4, PK-8: what tells of a packet. */
class LayingTest {
    private static final Words WORDS = new Words();
    private static final Instant AT = Instant.parse("2026-11-22T22:02:00Z");

    @Test
    void equalInputsGiveEqualBytes() {
        assertThat(bytes(laying(listing()))).isEqualTo(bytes(laying(listing())));
        assertThat(laying(listing()).key()).isEqualTo(laying(listing()).key());
    }

    @Test
    void theSignatureIsNoPartOfTheKey() {
        Laying laying = laying(listing());
        Sha256 key = laying.key();
        laying.sign(new byte[] {1, 2, 3});
        assertThat(laying.key()).isEqualTo(key);
        assertThat(laying.entries())
                .extracting(Entry::name)
                .containsExactly(
                        "index.html",
                        "index.csv",
                        "Ahmad_M.pdf",
                        "originals/Ahmad_M_by_Byron_Ada.pdf",
                        "manifest.json",
                        "manifest.json.p7s",
                        "SHA256SUMS");
        assertThat(laying.entries())
                .extracting(Entry::position)
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(text(laying, "SHA256SUMS")).contains("manifest.json\n").doesNotContain("p7s");
    }

    @Test
    void theManifestTellsAllOfIt() {
        Laying laying = laying(listing());
        Listing read = Manifest.read(laying.manifest());
        assertThat(read.applicants()).isEqualTo(listing().applicants());
        assertThat(read.asOf()).isEqualTo(AT);
        assertThat(read.files())
                .extracting(Listing.File::name)
                .containsExactly(
                        "index.html",
                        "index.csv",
                        "Ahmad_M.pdf",
                        "originals/Ahmad_M_by_Byron_Ada.pdf");
    }

    @Test
    void thePageNeedsNothingAndEscapesNames() {
        String html = text(laying(listing()), "index.html");
        assertThat(html)
                .doesNotContain("<script", "http://", "https://", "<b>Ada")
                .contains(
                        "<bdi>محمد &lt;b&gt;Ada</bdi>",
                        "href=\"Ahmad_M.pdf\"",
                        "href=\"originals/Ahmad_M_by_Byron_Ada.pdf\"",
                        "One applicant is incomplete",
                        "Uploaded to ERAS");
    }

    @Test
    void afterARecallEverythingTellsThePresentState() {
        Laying before = laying(listing()).sign(new byte[] {1});
        List<Entry> kept =
                before.entries().stream()
                        .filter(e -> e.learnerId() != null && !e.name().startsWith("orig"))
                        .toList();
        Listing told =
                Manifest.read(before.manifest())
                        .without(
                                Set.of("originals/Ahmad_M_by_Byron_Ada.pdf"),
                                Set.of("K7QF-29TM-XW4D"),
                                "A letter was withdrawn.");
        Map<String, Integer> places =
                before.entries().stream().collect(Collectors.toMap(Entry::name, Entry::position));
        Laying after = new Laying(WORDS, told, kept, Map.of(), places).sign(new byte[] {2});
        assertThat(text(after, "index.html"))
                .doesNotContain("K7QF", "originals/")
                .contains("A letter was withdrawn.");
        assertThat(text(after, "index.csv")).doesNotContain("K7QF").contains("withdrawn");
        assertThat(new String(after.manifest(), StandardCharsets.UTF_8))
                .doesNotContain("K7QF", "originals/");
        assertThat(after.entries())
                .allSatisfy(e -> assertThat(e.position()).isEqualTo(places.get(e.name())));
    }

    private static Laying laying(Listing listing) {
        List<Entry> files = new ArrayList<>();
        files.add(file("Ahmad_M.pdf", Kind.APPLICANT));
        files.add(file("originals/Ahmad_M_by_Byron_Ada.pdf", Kind.ORIGINAL));
        return new Laying(WORDS, listing, files);
    }

    private static Entry file(String name, Kind kind) {
        Entry note = Laying.note(name, name.getBytes(StandardCharsets.UTF_8));
        return new Entry(0, name, kind, 5L, name, note.blob());
    }

    private static Listing listing() {
        return new Listing(
                "Internal Medicine Residency",
                "Northgate & Sons",
                "Internal Medicine",
                "2027 season",
                "DIRECT",
                AT,
                List.of(
                        new Listing.Person(
                                "محمد <b>Ada",
                                "M Ahmad",
                                "Ahmad M",
                                null,
                                "Cairo \"University\"",
                                "Ahmad_M.pdf",
                                true,
                                List.of(
                                        new Listing.Letter(
                                                "Ada Byron, MD",
                                                AT,
                                                true,
                                                "K7QF-29TM-XW4D",
                                                "originals/Ahmad_M_by_Byron_Ada.pdf",
                                                null),
                                        new Listing.Letter(
                                                "Wei Chen, DO",
                                                AT,
                                                false,
                                                "AAAA-BBBB-CCCC",
                                                null,
                                                "Uploaded to ERAS on Nov 23, 2026")),
                                "Letter from X: damaged.")),
                List.of());
    }

    private static Map<String, String> bytes(Laying laying) {
        Map<String, String> all = new HashMap<>();
        laying.entries().forEach(e -> all.put(e.name(), e.blob().sha256().hex()));
        return all;
    }

    private static String text(Laying laying, String name) {
        Entry entry =
                laying.entries().stream()
                        .filter(e -> e.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new String(laying.made().get(entry.blob().sha256()), StandardCharsets.UTF_8);
    }
}
