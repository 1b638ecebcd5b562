package org.preceptorportal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Changes the columns of tables one by one and looks whether what is made of them is another thing
 * then. A column that nobody named fails the test: who adds one decides what it is.
 */
public final class Columns {
    private final FreshDatabase database;
    private final Supplier<?> made;

    public Columns(FreshDatabase database, Supplier<?> made) {
        this.database = database;
        this.made = made;
    }

    /**
     * @param row a condition that the row with an influence meets, whatever is changed of it
     */
    public Table of(String table, String row) {
        return new Table(table, row);
    }

    /** One table. */
    public final class Table {
        private final String table;
        private final String row;
        private final Set<String> named = new TreeSet<>();

        private Table(String table, String row) {
            this.table = table;
            this.row = row;
        }

        /** Another value of this column is another thing; the former value, the former thing. */
        public Table moves(String column, String value) {
            named.add(column);
            Object before = made.get();
            String former = database.ask(select("quote_nullable(" + column + "::text)"));
            set(column, value);
            assertThat(made.get()).as(table + "." + column).isNotEqualTo(before);
            set(column, former);
            assertThat(made.get()).as(table + "." + column + " as before").isEqualTo(before);
            return this;
        }

        /**
         * Another value of these columns is the same thing.
         *
         * @param why they are no input
         */
        public Table leaves(String why, String... columns) {
            assertThat(why).isNotBlank();
            named.addAll(Arrays.asList(columns));
            withoutConstraints();
            Object before = made.get();
            for (String column : columns) {
                String former = database.ask(select("quote_nullable(" + column + "::text)"));
                set(column, another(column));
                assertThat(made.get()).as(table + "." + column).isEqualTo(before);
                set(column, former);
            }
            return this;
        }

        /**
         * Another value of these columns is another row.
         *
         * @param why it need not be tried
         */
        public Table names(String why, String... columns) {
            assertThat(why).isNotBlank();
            named.addAll(Arrays.asList(columns));
            return this;
        }

        /** Any other value, of whatever meaning. */
        private String another(String column) {
            String type =
                    database.ask(
                            "select data_type from information_schema.columns where table_schema = 'public'"
                                    + " and table_name = '%s' and column_name = '%s'"
                                            .formatted(table, column));
            return switch (type) {
                case "boolean" -> "not coalesce(%s, false)".formatted(column);
                case "bigint", "integer", "smallint", "numeric", "double precision" ->
                        "coalesce(%s, 0) + 1000".formatted(column);
                case "date", "timestamp with time zone" ->
                        "coalesce(%s, date '2026-01-01') + interval '1 day'".formatted(column);
                case "tsvector" -> "'y'";
                default -> "case when %1$s = 'y' then 'z' else 'y' end".formatted(column);
            };
        }

        private void withoutConstraints() {
            database.run(
                    "do $$ declare c name; begin for c in select conname from pg_constraint"
                            + " where contype in ('c', 'f') and conrelid = '%1$s'::regclass loop execute"
                                    .formatted(table)
                            + " format('alter table %s drop constraint %%I', c); end loop; end $$"
                                    .formatted(table));
        }

        /** Nothing was forgotten. */
        public void andNoOther() {
            String all =
                    database.ask(
                            "select string_agg(column_name, ' ') from information_schema.columns"
                                    + " where table_schema = 'public' and table_name = '%s'"
                                            .formatted(table));
            assertThat(all.split(" ")).as(table).containsExactlyInAnyOrderElementsOf(named);
        }

        private String select(String what) {
            return "select " + what + " from " + table + " where " + row;
        }

        private void set(String column, String value) {
            assertThat(database.ask(select("count(*)"))).as(table).isEqualTo("1");
            // Without what guards it: what people cannot do, an upgrade might.
            database.run(
                    "alter table " + table + " disable trigger user",
                    "update %s set %s = %s where %s".formatted(table, column, value, row),
                    "alter table " + table + " enable trigger user");
        }
    }
}
