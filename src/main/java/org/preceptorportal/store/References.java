package org.preceptorportal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who refers to a table, asked of the database itself: a table that comes later cannot be
 * forgotten. Not from {@code information_schema}, which hides what another role owns.
 */
public final class References {
    private References() {}

    /**
     * The condition that no row refers to {@code alias.key}, for a WHERE clause.
     *
     * @param table with a key of one column
     * @param but tables whose rows do not count
     */
    public static String none(Connection c, String table, String key, String alias, Set<String> but)
            throws SQLException {
        StringBuilder condition = new StringBuilder("true");
        for (String[] each : to(c, table)) {
            if (!but.contains(each[0])) {
                condition.append(
                        " and not exists (select from %s x where x.%s = %s.%s)"
                                .formatted(each[0], each[1], alias, key));
            }
        }
        return condition.toString();
    }

    /** Table and column of each foreign key to this table. */
    static List<String[]> to(Connection c, String table) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select c.conrelid::regclass::text, quote_ident(a.attname)"
                                + " from pg_constraint c join pg_attribute a on a.attrelid ="
                                + " c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and"
                                + " c.confrelid = ?::regclass order by 1, 2")) {
            select.setString(1, table);
            List<String[]> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new String[] {row.getString(1), row.getString(2)});
                }
            }
            return all;
        }
    }
}
