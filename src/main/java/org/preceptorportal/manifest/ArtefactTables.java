package org.preceptorportal.manifest;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of artefacts, found in the database's own catalog (MA-3): those with a {@code run_id}
 * and an {@code input_key} or a file. An item's name is the row's own key but for run and inputs,
 * for instance {@code learner=12 program=3}.
 */
final class ArtefactTables {
    private static final String FIND =
            """
            select t.relname,
              exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'input_key'
                and not a.attisdropped) keyed,
              array(select a.attname::text from pg_constraint f
                join pg_attribute a on a.attrelid = t.oid and a.attnum = f.conkey[1]
                where f.contype = 'f' and f.conrelid = t.oid and f.confrelid = 'blob'::regclass
                order by a.attnum) files,
              coalesce((select array(select a.attname::text from unnest(u.conkey) k
                  join pg_attribute a on a.attrelid = t.oid and a.attnum = k
                  where a.attname not in ('run_id', 'input_key', 'tenant_id') order by a.attname collate "C")
                from pg_constraint u where u.conrelid = t.oid and u.contype = 'u'
                order by cardinality(u.conkey) desc, u.conname limit 1), array['id']) own
            from pg_constraint r join pg_class t on t.oid = r.conrelid
            where r.contype = 'f' and r.confrelid = 'run'::regclass
              and r.conrelid::regclass::text not like 'run\\_%'
              and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'run_id')
            order by t.relname collate "C"
            """;

    /** Rows at a time: the whole list never stands in memory. */
    private static final int FETCH = 1_000;

    private ArtefactTables() {}

    private record Table(String name, boolean keyed, List<String> files, List<String> own) {
        boolean lists() {
            return keyed || !files.isEmpty();
        }

        String select() {
            String item =
                    own.stream()
                            .map(c -> "'%s=' || coalesce(%s::text, '-')".formatted(label(c), c))
                            .collect(Collectors.joining(" || ' ' || "));
            String cells =
                    Stream.concat(
                                    Stream.of(item + " item", keyed ? "input_key" : "'-'"),
                                    files.stream())
                            .collect(Collectors.joining(", "));
            return "select * from (select "
                    + cells
                    + " from "
                    + name
                    + " where run_id = any (?)) a order by item collate \"C\"";
        }

        private static String label(String column) {
            return column.endsWith("_id") ? column.substring(0, column.length() - 3) : column;
        }
    }

    /** Everything that these runs made, in the artefacts' order. */
    static void read(Connection c, List<Long> runs, Consumer<Artefact> artefacts)
            throws SQLException {
        for (Table table : find(c)) {
            try (PreparedStatement select = c.prepareStatement(table.select())) {
                select.setArray(1, c.createArrayOf("bigint", runs.toArray()));
                select.setFetchSize(FETCH);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        List<String> outputs = new ArrayList<>();
                        for (int i = 0; i < table.files().size(); i++) {
                            String hash = row.getString(3 + i);
                            if (hash != null) {
                                outputs.add(hash);
                            }
                        }
                        artefacts.accept(
                                new Artefact(
                                        table.name(), row.getString(1), row.getString(2), outputs));
                    }
                }
            }
        }
    }

    private static List<Table> find(Connection c) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(FIND);
                ResultSet row = select.executeQuery()) {
            List<Table> tables = new ArrayList<>();
            while (row.next()) {
                Table table =
                        new Table(
                                row.getString(1),
                                row.getBoolean(2),
                                strings(row.getArray(3)),
                                strings(row.getArray(4)));
                if (table.lists()) {
                    tables.add(table);
                }
            }
            return tables;
        }
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
