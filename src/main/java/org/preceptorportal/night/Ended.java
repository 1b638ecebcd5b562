package org.preceptorportal.night;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A night that has ended and after which something is still to be done, however old it is. */
public record Ended(long tenantId, long nightId) {

    /**
     * Such nights, the earliest first.
     *
     * @param condition of SQL about the row {@code n} of {@code night}: what is still to be done
     */
    public static List<Ended> where(DataSource database, String condition) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select n.tenant_id, n.id from night n where n.status <> 'RUNNING' and"
                                        + " n.ended_at is not null and "
                                        + condition
                                        + " order by n.ended_at");
                ResultSet row = select.executeQuery()) {
            List<Ended> ended = new ArrayList<>();
            while (row.next()) {
                ended.add(new Ended(row.getLong(1), row.getLong(2)));
            }
            return ended;
        } catch (SQLException e) {
            throw new IllegalStateException("the nights cannot be read", e);
        }
    }
}
