package org.preceptorportal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.shell.database.FreshDatabase;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Sha256;

class PacketRowsTest {
    private static final Instant AT = Instant.parse("2026-11-20T07:00:00Z");
    private static final NightRun NIGHT =
            new NightRun(6, 5, "x", 1, "2027", LocalDate.of(2026, 11, 20), AT, 1, 0, false);
    private static final Blob FILE = Blob.of(new byte[] {1, 2, 3});

    @TempDir Path folder;

    private static final Instant EARLIER = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void aPacketIsReadAsItWasListedAndItsStampCountsWhileItIsWholeAndTheNewest() throws Exception {
        try (FreshDatabase database = FreshDatabase.in(folder)) {
            database.run(
                    "insert into tenant values (1, 'north', 'North', 'America/New_York')",
                    "insert into learner values (2, 1, 'L1', 'Ada Osei', null, 'ada@x', null,"
                            + " 'Accra', 'STUDENT')",
                    "insert into program values (3, 1, 'P1', 'Medicine', 'North Hospital', 'IM',"
                            + " 'Ann Arbor', 'MI', 'DIRECT'), (13, 1, 'P2', 'Surgery', 'North"
                            + " Hospital', 'GS', 'Ann Arbor', 'MI', 'DIRECT')",
                    "insert into blob values ('%s', %d, %d, now())"
                            .formatted(FILE.sha256(), FILE.size(), FILE.crc32()),
                    "insert into night (id, tenant_id, season, night, trigger, requested_by,"
                            + " requested_at, cutoff, status) values (5, 1, '2027', '2026-11-20',"
                            + " 'REQUESTED', 'Carla', now(), '2026-11-20T07:00:00Z', 'COMPLETED'),"
                            + " (4, 1, '2027', '2026-11-20', 'SCHEDULED', 'Portal', now(),"
                            + " '2026-11-20T02:00:00Z', 'COMPLETED')",
                    "insert into run (id, tenant_id, night_id, job, status) select i, 1,"
                            + " case when i < 9 then 5 else 4 end, 'x' || i, 'COMPLETED'"
                            + " from generate_series(6, 10) i");
            PacketRows rows = new PacketRows();
            rows.database = database.source();
            List<Entry> entries =
                    List.of(
                            new Entry(1, "index.html", Entry.Kind.HTML, null, "index.html", FILE),
                            new Entry(
                                    2, "Osei_Ada.pdf", Entry.Kind.APPLICANT, 2L, "Ada Osei", FILE));

            long id = add(rows, NIGHT, draft("a", 0, entries)).orElseThrow();
            assertThat(rows.entries(id)).isEqualTo(entries);
            assertThat(rows.stamps(1, "2027")).containsOnlyKeys(3L).containsValue("a".repeat(64));
            assertThat(rows.stamps(1, "2028")).isEmpty();
            assertThat(add(rows, NIGHT, draft("b", 0, entries))).as("a run has one").isEmpty();

            PacketDraft other = of(13, draft("b", 0, entries.subList(1, 2)));
            Map<Long, Long> ids =
                    rows.add(
                            NIGHT,
                            List.of(laid(NIGHT, draft("b", 0, entries)), laid(NIGHT, other)));
            assertThat(ids).as("but not of the other program").containsOnlyKeys(13L);
            assertThat(rows.entries(ids.get(13L))).isEqualTo(entries.subList(1, 2));
            assertThat(rows.entries(id)).isEqualTo(entries);
            assertThat(rows.latest(1, 13, "2027").orElseThrow().asOf()).isEqualTo(AT);

            rows.stamp(id, "c".repeat(64));
            assertThat(rows.stamps(1, "2027")).containsEntry(3L, "c".repeat(64));
            rows.stamp(id, null);
            assertThat(rows.stamps(1, "2027")).containsOnlyKeys(13L);
            rows.stamp(id, "c".repeat(64));

            add(rows, run(7), draft("d", 1, entries));
            assertThat(rows.stamps(1, "2027"))
                    .as("the newest lacks something")
                    .containsOnlyKeys(13L);
            add(rows, run(8), draft("e", 0, entries));
            assertThat(rows.stamps(1, "2027")).containsEntry(3L, "e".repeat(64));

            add(rows, run(9).asOf(LocalDate.of(2026, 11, 20), EARLIER), draft("f", 0, entries));
            assertThat(rows.stamps(1, "2027"))
                    .as("a restarted night knows less than the order that overtook it")
                    .containsEntry(3L, "e".repeat(64));
            PacketView newest = rows.latest(1, 3, "2027").orElseThrow();
            assertThat(newest.runId()).isEqualTo(8);
            assertThat(newest.cutoff()).isEqualTo(AT);
            assertThat(rows.list(1, 3L)).extracting(PacketView::runId).startsWith(8L).endsWith(9L);

            NightRun earlier = run(10).asOf(newest.night(), EARLIER);
            NightRun asOfNewest = earlier.asOf(newest.night(), newest.cutoff());
            rows.add(earlier, List.of(laid(asOfNewest, draft("a", 0, entries))));
            assertThat(rows.latest(1, 3, "2027").orElseThrow())
                    .as("the one that overtook it, brought up to date")
                    .extracting(PacketView::runId, PacketView::cutoff, PacketView::night)
                    .containsExactly(10L, newest.cutoff(), newest.night());
        }
    }

    private static Optional<Long> add(PacketRows rows, NightRun night, PacketDraft draft) {
        return Optional.ofNullable(rows.add(night, List.of(laid(night, draft))).get(3L));
    }

    private static LaidPacket laid(NightRun asOf, PacketDraft draft) {
        return new LaidPacket(asOf.night(), asOf.cutoff(), draft, List.of(), AT);
    }

    private static PacketDraft of(long program, PacketDraft d) {
        return new PacketDraft(
                program,
                d.channel(),
                d.asked(),
                d.key(),
                d.stamp(),
                d.asOf(),
                d.entries(),
                d.size(),
                d.applicants(),
                d.letters(),
                d.skipped());
    }

    private static NightRun run(long id) {
        return new NightRun(id, 5, "x", 1, "2027", LocalDate.of(2026, 11, 20), AT, 1, 0, false);
    }

    private static PacketDraft draft(String letter, int skipped, List<Entry> entries) {
        Sha256 hash = new Sha256(letter.repeat(64));
        return new PacketDraft(3, "DIRECT", hash, hash, hash.hex(), AT, entries, 99, 1, 1, skipped);
    }
}
