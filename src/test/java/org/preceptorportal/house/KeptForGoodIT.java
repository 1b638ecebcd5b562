package org.preceptorportal.house;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.audit.Verdict;
import org.preceptorportal.form.Publishing;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.BlobDamaged;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.store.Spot;

/** What the database refuses to change, and what a transaction leaves. */
@ArquillianTest
class KeptForGoodIT extends HouseStory {
    @Inject Blobs blobs;
    @Resource ManagedThreadFactory threads;
    @Inject TransactionTick tick;
    @Inject TransactionProbe probe;
    @Inject Publishing publishing;
    @Inject AuditTrail audit;
    @Inject UserTransaction transaction;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @Test
    void noRowIsCommittedBeforeItsBytesAreDurable() throws Exception {
        byte[] bytes = large("not durable");
        FailingBlobs.failToSync();
        transaction.begin();
        Blob blob = blobs.put(bytes);
        assertThatThrownBy(transaction::commit).isInstanceOf(Exception.class);
        FailingBlobs.heal();
        String listed = "select sha256 from blob where size = ?";
        assertThat(strings(listed, bytes.length)).doesNotContain(blob.sha256().hex());

        transaction.begin();
        blobs.put(bytes);
        transaction.commit();
        assertThat(strings(listed, bytes.length)).contains(blob.sha256().hex());
        assertThat(blobs.read(blob.sha256())).isEqualTo(bytes);
    }

    @Test
    void whatIsPreparedAndNeverKeptLeavesNothing() throws Exception {
        byte[] bytes = large("drawn, and then not kept");
        Sha256 name = Sha256.of(bytes);
        Set<String> before = bundles();
        transaction.begin();
        blobs.prepare(bytes);
        blobs.prepare(bytes);
        eventually(() -> bundles().size() == before.size() + 1);
        transaction.rollback();
        eventually(() -> bundles().equals(before));
        assertThatThrownBy(() -> blobs.read(name)).isInstanceOf(BlobDamaged.class);
        transaction.begin();
        blobs.prepare(bytes);
        transaction.commit();
        eventually(() -> bundles().equals(before));
        transaction.begin();
        blobs.keep(List.of(blobs.prepare(bytes)));
        transaction.rollback();
        eventually(() -> bundles().equals(before));

        transaction.begin();
        Blob prepared = blobs.prepare(bytes);
        blobs.keep(List.of(prepared, prepared));
        transaction.commit();
        assertThat(blobs.read(name)).isEqualTo(bytes);

        transaction.begin();
        assertThatThrownBy(() -> blobs.keep(List.of(prepared)))
                .isInstanceOf(IllegalArgumentException.class);
        transaction.rollback();
    }

    /** A commit whose answer is lost is called rolled back too: its rows may be there. */
    @Test
    void whatWasMadeDurableIsLeftToHousekeeping() throws Exception {
        byte[] bytes = large("durable, and then rolled back");
        Set<String> before = bundles();
        transaction.begin();
        blobs.keep(List.of(blobs.prepare(bytes)));
        blobs.sync();
        transaction.rollback();
        assertThat(bundles()).hasSize(before.size() + 1);
        assertThatThrownBy(() -> blobs.read(Sha256.of(bytes))).isInstanceOf(BlobDamaged.class);
    }

    @Test
    void whatATransactionPreparesLiesInOneFile() throws Exception {
        Set<String> before = bundles();
        List<byte[]> all = List.of(large("one"), large("two"), large("three"));
        transaction.begin();
        List<Blob> kept = all.stream().map(blobs::prepare).toList();
        blobs.keep(kept);
        assertThat(blobs.read(kept.get(1).sha256())).isEqualTo(all.get(1));
        transaction.commit();
        assertThat(bundles()).hasSize(before.size() + 1).containsAll(before);
        for (int i = 0; i < all.size(); i++) {
            Blob each = kept.get(i);
            assertThat(blobs.read(each.sha256())).isEqualTo(all.get(i));
            assertThat(file(each.sha256())).doesNotExist();
            byte[] into = new byte[all.get(i).length + 1];
            blobs.read(
                    each.sha256(),
                    blobs.spots(List.of(each.sha256())).get(each.sha256()),
                    into,
                    1,
                    all.get(i).length);
            assertThat(Arrays.copyOfRange(into, 1, into.length)).isEqualTo(all.get(i));
        }
    }

    /** Housekeeping takes bundles apart while somebody downloads. */
    @Test
    void aBundleThatIsTakenApartAfterOneAskedIsReadAllTheSame() throws Exception {
        byte[] bytes = large("moved meanwhile");
        Set<String> before = bundles();
        Sha256 name = preparedAndKept(bytes).sha256();
        Set<String> its = bundles();
        its.removeAll(before);
        Spot spot = blobs.spots(List.of(name)).get(name);
        Files.createDirectories(file(name).getParent());
        Files.move(Path.of(data, "blobs", "bundles", its.iterator().next()), file(name));
        byte[] into = new byte[bytes.length];
        blobs.read(name, spot, into, 0, into.length);
        assertThat(into).isEqualTo(bytes);
        assertThat(blobs.read(name)).isEqualTo(bytes);
    }

    @Test
    void whatWasDamagedInABundleIsMendedByWhoKeepsItAgain() throws Exception {
        byte[] bytes = large("to be damaged");
        Set<String> before = bundles();
        Blob blob = preparedAndKept(bytes);
        Set<String> with = bundles();
        assertThat(preparedAndKept(bytes)).isEqualTo(blob);
        eventually(() -> bundles().equals(with));
        Set<String> its = new HashSet<>(with);
        its.removeAll(before);
        Path bundle = Path.of(data, "blobs", "bundles", its.iterator().next());
        Files.write(bundle, new byte[bytes.length]);
        assertThatThrownBy(() -> blobs.read(blob.sha256())).isInstanceOf(BlobDamaged.class);
        preparedAndKept(bytes);
        assertThat(blobs.read(blob.sha256())).isEqualTo(bytes);
    }

    private Blob preparedAndKept(byte[] bytes) throws Exception {
        transaction.begin();
        Blob blob = blobs.prepare(bytes);
        blobs.keep(List.of(blob));
        transaction.commit();
        return blob;
    }

    private Set<String> bundles() {
        Path folder = Path.of(data, "blobs", "bundles");
        if (!Files.isDirectory(folder)) {
            return new HashSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .collect(toCollection(HashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a length that is kept in a file. */
    private static byte[] large(String text) {
        return text.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsSmallIsKeptInItsRow() throws Exception {
        byte[] put = "small, and put".getBytes(StandardCharsets.UTF_8);
        byte[] prepared = "small, and prepared".getBytes(StandardCharsets.UTF_8);
        transaction.begin();
        blobs.put(put);
        blobs.prepare(prepared);
        transaction.rollback();
        assertThatThrownBy(() -> blobs.read(Sha256.of(put))).isInstanceOf(BlobDamaged.class);

        for (int round = 0; round < 2; round++) {
            transaction.begin();
            Blob one = blobs.put(put);
            Blob two = blobs.prepare(prepared);
            blobs.keep(List.of(two, two));
            assertThat(blobs.read(one.sha256())).isEqualTo(put);
            transaction.commit();
            assertThat(blobs.read(one.sha256())).isEqualTo(put);
            assertThat(blobs.read(two.sha256())).isEqualTo(prepared);
            assertThat(file(one.sha256())).doesNotExist();
            assertThat(file(two.sha256())).doesNotExist();
        }
    }

    @Test
    void keepsAFileFromBeforeAndMendsItWhereItIsLost() throws Exception {
        byte[] bytes = "small, from before V42".getBytes(StandardCharsets.UTF_8);
        Blob blob = Blob.of(bytes);
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into blob (sha256, size, crc32, stored_at) values (?, ?, ?,"
                                        + " now())")) {
            insert.setString(1, blob.sha256().hex());
            insert.setLong(2, blob.size());
            insert.setLong(3, blob.crc32());
            insert.executeUpdate();
        }
        assertThatThrownBy(() -> blobs.read(blob.sha256())).isInstanceOf(BlobDamaged.class);
        transaction.begin();
        blobs.put(bytes);
        transaction.commit();
        assertThat(file(blob.sha256())).hasBinaryContent(bytes);
        assertThat(blobs.read(blob.sha256())).isEqualTo(bytes);
    }

    private Path file(Sha256 name) {
        return Path.of(data, "blobs", name.hex().substring(0, 2), name.hex());
    }

    private static void eventually(BooleanSupplier so) throws InterruptedException {
        for (int i = 0; i < 400 && !so.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(so.getAsBoolean()).isTrue();
    }

    @Test
    void s3_theDatabaseRefusesToChangeTheTrail() {
        Tenant tenant = school.open("trail", 1);
        assertThatThrownBy(
                        () ->
                                change(
                                        "update audit_event set actor = 'nobody' where tenant_id = ?",
                                        tenant))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> change("delete from audit_event where tenant_id = ?", tenant))
                .hasMessageContaining("append-only");
    }

    /** By somebody who may do anything in the database, and recomputes nothing. */
    @Test
    void s3_eventsCutOffBehindTheLastAnchorAreMissed() throws SQLException {
        Tenant tenant = school.open("anchor", 1);
        assertThat(step(run(tenant), "audit-anchors").made()).isEqualTo(1);
        Verdict verdict = audit.examine(tenant.id());
        assertThat(verdict.whole()).isTrue();
        long anchored = verdict.anchored().orElseThrow().number();
        assertThatThrownBy(() -> change("delete from audit_anchor where tenant_id = ?", tenant))
                .hasMessageContaining("never changes");
        withoutTriggers(
                "audit_event",
                "delete from audit_event where tenant_id = ? and number >= " + anchored,
                tenant);
        verdict = audit.examine(tenant.id());
        assertThat(verdict.finding()).isEqualTo(Verdict.Finding.CUT);
        assertThat(verdict.firstBroken()).hasValue(anchored);
        withoutTriggers("audit_anchor", "delete from audit_anchor where tenant_id = ?", tenant);
        assertThat(audit.examine(tenant.id()).finding())
                .as("the file tells it too")
                .isEqualTo(Verdict.Finding.CUT);
        // No new anchor blesses what is left.
        assertThat(step(run(tenant), "audit-anchors").skipped()).isEqualTo(1);
    }

    @Test
    void s2_theDatabaseRefusesToChangeASignedLetter() {
        Tenant tenant = school.open("final", 1);
        school.letter(tenant, "L001");
        assertThatThrownBy(
                        () ->
                                change(
                                        "update signed_letter set original_sha256 = upload_sha256 where tenant_id = ?",
                                        tenant))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> change("delete from signed_letter where tenant_id = ?", tenant))
                .hasMessageContaining("never changes");
    }

    @Test
    void theDatabaseRefusesToChangeAPublishedForm() throws SQLException {
        Tenant tenant = school.open("forms", 1);
        Caller coordinator = school.coordinator(tenant);
        long draft = publishing.start(coordinator, "mid", 1, true);
        publishing.publish(coordinator, draft, publishing.draft(coordinator, draft).version());
        for (String change :
                List.of(
                        "update evaluation_form set body = 'x' where tenant_id = ?",
                        "update evaluation_form set number = 2 where tenant_id = ?",
                        "delete from evaluation_form where tenant_id = ?")) {
            assertThatThrownBy(() -> change(change, tenant)).hasMessageContaining("never changes");
        }
        publishing.retire(coordinator, "own-mid");
        assertThatThrownBy(
                        () ->
                                change(
                                        "update evaluation_form set retired_at = null where tenant_id = ?",
                                        tenant))
                .hasMessageContaining("never changes");
    }

    @Test
    void s10_whatATickDoesIsOneTransaction() throws Exception {
        assertThat(tick.wasOne()).isTrue();
    }

    /** Without {@code OwnThreads} the last transaction says "Operation not allowed". */
    @Test
    void s5_aThreadMayCommitWhateverOthersDoInTheSameBean() throws Exception {
        CountDownLatch otherIsIn = new CountDownLatch(1);
        CountDownLatch thisIsOut = new CountDownLatch(1);
        Thread other =
                threads.newThread(
                        () ->
                                probe.duringWithin(
                                        () -> {
                                            otherIsIn.countDown();
                                            await(thisIsOut);
                                        }));
        probe.during(
                () -> {
                    other.start();
                    await(otherIsIn);
                });
        try {
            transaction.begin();
            transaction.commit();
        } finally {
            thisIsOut.countDown();
            other.join();
        }
    }

    @Test
    void s3_nothingIsCommittedAfterAnError() throws SQLException {
        String name = "e".repeat(64);
        assertThatThrownBy(() -> probe.during(() -> endsWithError(name)))
                .isInstanceOf(LinkageError.class);
        assertThat(strings("select sha256 from blob where size = ?", 4711)).doesNotContain(name);
    }

    private void endsWithError(String name) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into blob (sha256, size, crc32, stored_at) values (?, 4711,"
                                        + " 0, now())")) {
            insert.setString(1, name);
            assertThat(insert.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        throw new LinkageError("a class that cannot be loaded");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
