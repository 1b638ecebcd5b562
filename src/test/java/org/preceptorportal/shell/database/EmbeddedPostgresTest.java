package org.preceptorportal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final Path JAR = Path.of("target/postgres.jar");

    @TempDir Path temp;
    private Path data;

    @BeforeEach
    void folderWithASpace() {
        data = temp.resolve("a folder");
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        var left = Postmaster.of(EmbeddedPostgres.cluster(data));
        if (left.isPresent()) {
            left.get().stop();
        }
    }

    @Test
    void keepsDataOverARestart() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(data, JAR);
        run(first.dataSource(), "create table kept (word text)");
        run(first.dataSource(), "insert into kept values ('żółw')");
        first.stop();
        assertThat(Postmaster.of(EmbeddedPostgres.cluster(data))).isEmpty();

        EmbeddedPostgres second = EmbeddedPostgres.start(data, JAR);
        assertThat(ask(second.dataSource(), "select upper(word) from kept")).isEqualTo("ŻÓŁW");
        second.stop();
    }

    @Test
    void takesOverTheServerOfAKilledPortal() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(data, JAR);
        killed.release();

        EmbeddedPostgres next = EmbeddedPostgres.start(data, JAR);
        assertThat(next.port()).isEqualTo(killed.port());
        next.stop();
        assertThat(Postmaster.of(EmbeddedPostgres.cluster(data))).isEmpty();
    }

    @Test
    void startsAfterAServerThatWasKilled() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(data, JAR);
        ProcessHandle server =
                Postmaster.of(EmbeddedPostgres.cluster(data)).orElseThrow().process();
        server.destroyForcibly();
        server.onExit().get();
        first.release();

        EmbeddedPostgres next = EmbeddedPostgres.start(data, JAR);
        assertThat(ask(next.dataSource(), "show fsync")).isEqualTo("on");
        next.stop();
    }

    @Test
    void refusesASecondPortalOnOneFolder() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(data, JAR);
        assertThatThrownBy(() -> EmbeddedPostgres.start(data, JAR))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("another portal uses the data folder");
        first.stop();
    }

    @Test
    void isOpenOnlyToThoseWhoReadTheDataFolder() throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(data, JAR);
        assertThat(ask(server.dataSource(), "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server.dataSource(), "select rolsuper from pg_roles where rolname = user"))
                .isEqualTo("f");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("pg.password"))))
                .isEqualTo("rw-------");
        assertThat(ask(EmbeddedPostgres.running(data), "select 1")).isEqualTo("1");
        server.stop();
        assertThatThrownBy(() -> EmbeddedPostgres.running(data))
                .hasMessageContaining("No portal is running");
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection c = source.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (Connection c = source.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            assertThat(r.next()).isTrue();
            return r.getString(1);
        }
    }
}
