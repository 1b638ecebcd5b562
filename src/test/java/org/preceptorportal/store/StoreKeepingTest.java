package org.preceptorportal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.shell.database.FreshDatabase;
import org.preceptorportal.store.StoreKeeping.Swept;

/** ST-5 on a real database and real files. */
class StoreKeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final String A = "a".repeat(64);
    private static final String B = "ab" + "0".repeat(62);
    private static final String C = "af" + "1".repeat(62);

    private static final String BUNDLE = "a0000000-0000-4000-8000-000000000000";

    @TempDir static Path folder;
    @TempDir Path root;
    private static FreshDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = FreshDatabase.in(folder);
        // Some table of somebody who never heard of us.
        database.run("create table later (id int, what char(64) references blob)");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.run("delete from later", "delete from blob");
    }

    @Test
    void whatNothingRefersToGoesAndTheRestStays() throws Exception {
        row(A, 30);
        file(A, 30);
        row(B, 30);
        file(B, 30);
        database.run("insert into later values (1, '" + B + "')");
        assertThat(sweep()).isEqualTo(new Swept(1, 0, 0, 5));
        assertThat(place(A)).doesNotExist();
        assertThat(place(B)).exists();
        assertThat(database.ask("select string_agg(sha256, ',') from blob")).isEqualTo(B);
        assertThat(sweep().items()).isZero();
    }

    @Test
    void whatIsKeptInItsRowGoesWithIt() throws Exception {
        row(A, 30);
        database.run("update blob set bytes = 'seven b'");
        assertThat(sweep()).isEqualTo(new Swept(1, 0, 0, 7));
        assertThat(database.ask("select count(*) from blob")).isEqualTo("0");
    }

    /** ST-6: the first file of all is listed before it is written. */
    @Test
    void aStoreIsInUseOnceSomebodyElseListedAFile() throws Exception {
        try (Connection c = database.source().getConnection();
                Statement insert = c.createStatement()) {
            assertThat(BlobRows.isInUse(c)).isFalse();
            c.setAutoCommit(false);
            insert.execute("insert into blob values ('" + B + "', 5, 0, now(), 'bytes')");
            c.commit();
            assertThat(BlobRows.isInUse(c)).as("it has no file").isFalse();
            insert.execute("insert into blob values ('" + A + "', 5, 0, now())");
            assertThat(BlobRows.isInUse(c)).isFalse();
            c.commit();
            assertThat(BlobRows.isInUse(c)).isTrue();
            c.rollback();
        }
    }

    @Test
    void whatIsGoneFromABundleIsBlankedAndTheRestStays() throws Exception {
        Path bundle = bundle(30, "aaaaa", "bbbbb", "ccccc");
        row(A, 30, 0);
        needed(row(sha("bbbbb"), 30, 5));
        needed(row(sha("ccccc"), 30, 10));
        assertThat(sweep()).as("its room is free later").isEqualTo(new Swept(1, 0, 0, 0));
        assertThat(bundle).hasContent("\0\0\0\0\0bbbbbccccc");
    }

    @Test
    void aBundleOfWhichLittleIsLeftIsTakenApart() throws Exception {
        Path bundle = bundle(30, "aaaaa", "bbbbb", "ccccc");
        String left = row(sha("bbbbb"), 30, 5);
        needed(left);
        assertThat(sweep()).isEqualTo(new Swept(0, 1, 0, 10));
        assertThat(bundle).doesNotExist();
        assertThat(place(left)).hasContent("bbbbb");
        assertThat(database.ask("select count(*) from blob where bundle is null")).isEqualTo("1");
        assertThat(sweep().items()).isZero();
    }

    @Test
    void aBundleThatNoRowNamesGoesWhenItIsOld() throws Exception {
        Path young = bundle(1, "aaaaa");
        assertThat(sweep().items()).isZero();
        assertThat(young).exists();
        Path old = bundle(30, "aaaaa");
        assertThat(sweep()).isEqualTo(new Swept(0, 1, 0, 5));
        assertThat(old).doesNotExist();
    }

    @Test
    void aBundleWithADamagedFileIsLeftAsItIs() throws Exception {
        Path bundle = bundle(30, "aaaaa", "bbbbb", "ccccc");
        needed(row(B, 30, 5));
        assertThat(sweep().items()).isZero();
        assertThat(bundle).hasContent("aaaaabbbbbccccc");
    }

    private static String sha(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static void needed(String name) {
        database.run("insert into later values (1, '" + name + "')");
    }

    private static String row(String name, int hours, int place) {
        row(name, hours);
        database.run(
                "update blob set bundle = '%s', place = %d where sha256 = '%s'"
                        .formatted(BUNDLE, place, name));
        return name;
    }

    private Path bundle(int hours, String... texts) throws IOException {
        Path file = root.resolve("bundles").resolve(BUNDLE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("", texts));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(hours))));
        return file;
    }

    @Test
    void whatIsYoungerThanADayStays() throws Exception {
        row(A, 1);
        file(A, 1);
        file(B, 1);
        Path part = file("part-1", 1);
        assertThat(sweep().items()).isZero();
        assertThat(place(A)).exists();
        assertThat(place(B)).exists();
        assertThat(part).exists();
    }

    @Test
    void filesWithoutARowAndUnfinishedOnesGo() throws Exception {
        file(B, 30);
        Path part = file("part-1", 30);
        Path strange = file("README", 30);
        assertThat(sweep()).isEqualTo(new Swept(0, 1, 1, 10));
        assertThat(place(B)).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(strange).as("not ours").exists();
        assertThat(database.ask("select count(*) from blob")).isEqualTo("0");
    }

    @Test
    void s5_aFileThatARunningTransactionIsAboutToUseStays() throws Exception {
        file(A, 30);
        row(B, 30);
        file(B, 30);
        row(C, 30);
        file(C, 30);
        try (Connection writer = database.source().getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            // What Blobs.put does with bytes whose file is there, and with known ones.
            statement.execute("insert into blob values ('" + A + "', 5, 0, now())");
            statement.execute("select from blob where sha256 = '" + B + "' for key share");
            assertThat(sweep()).isEqualTo(new Swept(1, 0, 0, 5));
            assertThat(place(C)).doesNotExist();
            statement.execute("insert into later values (1, '" + A + "'), (2, '" + B + "')");
            writer.commit();
        }
        assertThat(place(A)).exists();
        assertThat(place(B)).exists();
        assertThat(sweep().items()).isZero();
    }

    /** Else the housekeeping would take what they name, a day later. */
    @Test
    void everyColumnThatNamesABlobIsAForeignKeyWithAnIndex() {
        assertThat(
                        database.ask(
                                "select string_agg(c.table_name || '.' || c.column_name, ' ') from"
                                        + " information_schema.columns c where c.table_schema ="
                                        + " 'public' and c.column_name ~ 'sha256' and c.table_name"
                                        + " <> 'blob' and (c.table_name, c.column_name) not in"
                                        // What was shown and stated is compared, and kept nowhere.
                                        + " (('author_signature', 'shown_sha256'),"
                                        + " ('packet_statement', 'statement_sha256')) and not exists"
                                        + " (select from pg_constraint f join pg_attribute a on"
                                        + " a.attrelid = f.conrelid and a.attnum = f.conkey[1]"
                                        + " join pg_index i on i.indrelid = f.conrelid and"
                                        + " i.indkey[0] = a.attnum where f.contype = 'f' and"
                                        + " f.confrelid = 'blob'::regclass and f.conrelid ="
                                        + " c.table_name::regclass and a.attname ="
                                        + " c.column_name)"))
                .isEqualTo("null");
    }

    private Swept sweep() throws SQLException, IOException {
        try (Connection c = database.source().getConnection()) {
            c.setAutoCommit(false);
            Swept swept = StoreKeeping.sweep(c, root, 'a', YESTERDAY);
            c.commit();
            return swept;
        }
    }

    private static void row(String name, int hours) {
        database.run(
                "insert into blob values ('%s', 5, 0, '%s')"
                        .formatted(name, NOW.minus(Duration.ofHours(hours))));
    }

    private Path file(String name, int hours) throws IOException {
        Path file = place(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "bytes");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(hours))));
        return file;
    }

    private Path place(String name) {
        return root.resolve(name.length() == 64 ? name.substring(0, 2) : "aa").resolve(name);
    }
}
