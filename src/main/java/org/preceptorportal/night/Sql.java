package org.preceptorportal.night;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Statements over the rows of {@code night} and {@code run}. */
final class Sql {
    private Sql() {}

    /** The first column of each row. */
    static List<Long> ids(DataSource database, String sql, Object... values) {
        try (Connection c = database.getConnection()) {
            return ids(c, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("the nights cannot be read", e);
        }
    }

    /** The same over a connection; also of a statement that returns what it changed. */
    static List<Long> ids(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(sql)) {
            bind(c, select, values);
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }

    /** How many rows were changed. */
    static int update(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = c.prepareStatement(sql)) {
            bind(c, update, values);
            return update.executeUpdate();
        }
    }

    private static void bind(Connection c, PreparedStatement statement, Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(
                    i + 1,
                    value instanceof Collection<?> many
                            ? c.createArrayOf("bigint", many.toArray())
                            : value);
        }
    }
}
