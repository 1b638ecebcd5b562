package org.preceptorportal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSizesTest {
    @TempDir Path folder;

    @Test
    void whoFilledATableLetsTheDatabaseLookAtItOnce() throws Exception {
        try (FreshDatabase database = FreshDatabase.in(folder)) {
            TableSizes sizes = new TableSizes();
            sizes.database = database.source();
            database.run(
                    "create table filled (id int) with (autovacuum_enabled = false)",
                    "create table idle (id int) with (autovacuum_enabled = false)");
            try (Connection c = database.source().getConnection();
                    Statement fill = c.createStatement()) {
                fill.execute("insert into filled select generate_series(1, 5000)");
                fill.execute("insert into idle select generate_series(1, 500)");
                // The database else counts within a second.
                fill.execute("select pg_stat_force_next_flush()");
            }
            sizes.refresh("filled", "idle");
            assertThat(believed(database, "filled")).isEqualTo("5000");
            assertThat(believed(database, "idle")).as("never looked at").isEqualTo("-1");
            sizes.refresh("filled", "idle");
            assertThat(
                            database.ask(
                                    "select analyze_count from pg_stat_user_tables where relname ="
                                            + " 'filled'"))
                    .isEqualTo("1");
        }
    }

    private static String believed(FreshDatabase database, String table) {
        return database.ask("select reltuples from pg_class where relname = '" + table + "'");
    }
}
