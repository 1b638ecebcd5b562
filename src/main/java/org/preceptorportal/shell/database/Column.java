package org.preceptorportal.shell.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** One column of many rows, for statements that take them all at once by {@code unnest}. */
public final class Column {
    private Column() {}

    /**
     * @param type of the elements, as the database calls it
     * @param value of a row; null is null
     */
    public static <T> Array of(
            Connection c, String type, Collection<T> rows, Function<? super T, ?> value)
            throws SQLException {
        return c.createArrayOf(type, rows.stream().map(value).toArray(array(type)));
    }

    /** Of numbers as numbers: the driver sends other arrays as text. */
    private static IntFunction<Object[]> array(String type) {
        return switch (type) {
            case "bigint" -> Long[]::new;
            case "int" -> Integer[]::new;
            case "float8" -> Double[]::new;
            case "bytea" -> byte[][]::new;
            default -> Object[]::new;
        };
    }
}
