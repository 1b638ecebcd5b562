package org.preceptorportal.retention;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preceptorportal.store.References;

/**
 * The rows of one rule in one institution whose time has come. Plain JDBC, with or without server.
 */
final class Expired {
    private static final Pattern NAMED =
            Pattern.compile("(?<!:):(tenant|before|keep|seasons|known|long|ids)");

    private final Rule rule;
    private final long tenant;
    private final Policy policy;
    private final List<String> seasons;
    private final List<String> known;
    private final Instant now;

    /**
     * @param seasons whose packets are kept
     * @param known all seasons there are
     * @param now the night's cut-off, the same over restarts
     */
    Expired(
            Rule rule,
            long tenant,
            Policy policy,
            List<String> seasons,
            List<String> known,
            Instant now) {
        this.rule = rule;
        this.tenant = tenant;
        this.policy = policy;
        this.seasons = seasons;
        this.known = known;
        this.now = now;
    }

    int count(Connection c) throws SQLException {
        try (PreparedStatement select =
                        prepare(
                                c,
                                "select count(*) from %s t where %s"
                                        .formatted(rule.table(), rule.expired()),
                                List.of());
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The next ids behind one, in order. */
    List<Long> page(Connection c, long after, int size) throws SQLException {
        try (PreparedStatement select =
                        prepare(
                                c,
                                "select t.id from %s t where t.id > %d and %s order by t.id limit %d"
                                        .formatted(rule.table(), after, rule.expired(), size),
                                List.of());
                ResultSet row = select.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getLong(1));
            }
            return ids;
        }
    }

    /**
     * Throws these rows away, but for those that became needed, that another table refers to (RT-2)
     * or that a hold keeps (RT-4).
     *
     * @param keep true: only counts them
     * @return how many went, or would have
     */
    int reclaim(Connection c, List<Long> ids, boolean keep) throws SQLException {
        String those =
                "t.id = any (:ids) and "
                        + rule.expired()
                        + " and "
                        + References.none(c, rule.table(), "id", "t", Set.copyOf(rule.parts()))
                        + " and not exists (select from legal_hold h where h.tenant_id = :tenant and"
                        + " h.lifted_at is null and (h.learner_id is null or "
                        + rule.learner()
                        + "))";
        // Asked twice: what referred to a row while it was being locked is seen only by the second
        // question, and from the lock on nothing new can.
        List<Long> locked = ids(c, those + " for update of t skip locked", ids);
        List<Long> going = ids(c, those, locked);
        if (keep) {
            return going.size();
        }
        for (String part : rule.parts()) {
            delete(c, part, rule.table() + "_id", going);
        }
        return delete(c, rule.table(), "id", going);
    }

    private List<Long> ids(Connection c, String condition, List<Long> of) throws SQLException {
        try (PreparedStatement select =
                        prepare(
                                c,
                                "select t.id from %s t where %s".formatted(rule.table(), condition),
                                of);
                ResultSet row = select.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getLong(1));
            }
            return ids;
        }
    }

    private static int delete(Connection c, String table, String column, List<Long> ids)
            throws SQLException {
        try (PreparedStatement delete =
                c.prepareStatement("delete from %s where %s = any (?)".formatted(table, column))) {
            delete.setArray(1, c.createArrayOf("bigint", ids.toArray()));
            return delete.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection c, String sql, List<Long> ids)
            throws SQLException {
        PreparedStatement statement = c.prepareStatement(NAMED.matcher(sql).replaceAll("?"));
        try {
            Matcher named = NAMED.matcher(sql);
            for (int i = 1; named.find(); i++) {
                statement.setObject(i, value(c, named.group(1), ids));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private Object value(Connection c, String name, List<Long> ids) throws SQLException {
        return switch (name) {
            case "tenant" -> tenant;
            case "before" -> OffsetDateTime.ofInstant(rule.before(policy, now), ZoneOffset.UTC);
            case "keep" -> policy.packetsPerProgram();
            case "seasons" -> array(c, "varchar", seasons);
            case "known" -> array(c, "varchar", known);
            case "long" ->
                    OffsetDateTime.ofInstant(
                            now.minus(Duration.ofDays(366L * policy.packetSeasons())),
                            ZoneOffset.UTC);
            default -> array(c, "bigint", ids);
        };
    }

    private static Array array(Connection c, String type, List<?> values) throws SQLException {
        return c.createArrayOf(type, values.toArray());
    }
}
