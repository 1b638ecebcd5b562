package org.preceptorportal.shell.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The values of a statement. */
public final class Values {
    private Values() {}

    /** Sets them in their order; many numbers become one array. */
    public static void set(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(
                    i + 1,
                    value instanceof Long[] numbers
                            ? statement.getConnection().createArrayOf("bigint", numbers)
                            : value);
        }
    }
}
