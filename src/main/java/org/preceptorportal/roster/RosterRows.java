package org.preceptorportal.roster;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.preceptorportal.roster.RosterTable.Row;

/**
 * Puts checked rows into the tables: new ones in, different ones corrected, equal ones left alone.
 */
@ApplicationScoped
class RosterRows {
    /** How many rows of a file were new and how many were corrected. */
    record Counts(int added, int changed) {}

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    RosterCheck.Known known(long tenantId) {
        Map<RosterKind, Set<String>> keys = new EnumMap<>(RosterKind.class);
        Map<RosterKind, Map<String, String>> owners = new EnumMap<>(RosterKind.class);
        Map<String, String> rotations = new HashMap<>();
        try (Connection c = database.getConnection()) {
            keys.put(
                    RosterKind.SITES,
                    new HashSet<>(
                            pairs(c, "select code, code from site where tenant_id = ?", tenantId)
                                    .keySet()));
            owners.put(
                    RosterKind.PRECEPTORS,
                    pairs(c, "select email, npi from preceptor where tenant_id = ?", tenantId));
            owners.put(
                    RosterKind.LEARNERS,
                    pairs(c, "select email, code from learner where tenant_id = ?", tenantId));
            keys.put(
                    RosterKind.PRECEPTORS,
                    new HashSet<>(owners.get(RosterKind.PRECEPTORS).values()));
            keys.put(RosterKind.LEARNERS, new HashSet<>(owners.get(RosterKind.LEARNERS).values()));
            rotations.putAll(
                    pairs(
                            c,
                            "select r.code, l.code || '/' || p.npi from rotation r join learner l on l.id = r.learner_id"
                                    + " join preceptor p on p.id = r.preceptor_id where r.tenant_id = ?",
                            tenantId));
        } catch (SQLException e) {
            throw new IllegalStateException("the roster cannot be read", e);
        }
        return new RosterCheck.Known(keys, owners, rotations);
    }

    Counts put(long tenantId, RosterTable table) {
        int added = 0;
        int changed = 0;
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement(sql(table.kind(), table.columns()))) {
            for (Row row : table.rows()) {
                Object[] values = values(table.kind(), tenantId, row);
                for (int i = 0; i < values.length; i++) {
                    upsert.setObject(i + 1, values[i]);
                }
                try (ResultSet result = upsert.executeQuery()) {
                    // No row comes back for one that is there already, just so (RO-2).
                    if (result.next()) {
                        if (result.getBoolean(1)) {
                            added++;
                        } else {
                            changed++;
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the roster cannot be written", e);
        }
        return new Counts(added, changed);
    }

    private static Object[] values(RosterKind kind, long tenantId, Row row) {
        return switch (kind) {
            case SITES ->
                    new Object[] {
                        tenantId,
                        row.get("site_code"),
                        row.get("name"),
                        row.get("street"),
                        row.get("city"),
                        row.get("state"),
                        row.get("postal_code"),
                        orNull(row.get("phone")),
                        row.get("time_zone")
                    };
            case PRECEPTORS ->
                    new Object[] {
                        tenantId,
                        row.get("npi"),
                        row.get("full_name"),
                        orNull(row.get("credentials")),
                        orNull(row.get("title")),
                        row.get("specialty"),
                        email(row),
                        orNull(row.get("phone")),
                        tenantId,
                        row.get("site_code")
                    };
            case LEARNERS ->
                    new Object[] {
                        tenantId,
                        row.get("learner_id"),
                        row.get("full_name"),
                        orNull(row.get("latin_name")),
                        email(row),
                        orNull(row.get("aamc_id")),
                        row.get("medical_school"),
                        choice(LearnerStage.class, row, "stage")
                    };
            case PROGRAMS ->
                    new Object[] {
                        tenantId,
                        row.get("program_code"),
                        row.get("name"),
                        row.get("institution"),
                        row.get("specialty"),
                        row.get("city"),
                        row.get("state"),
                        choice(DeliveryChannel.class, row, "channel")
                    };
            case ROTATIONS ->
                    new Object[] {
                        tenantId,
                        row.get("rotation_id"),
                        tenantId,
                        row.get("learner_id"),
                        tenantId,
                        row.get("npi"),
                        tenantId,
                        row.get("site_code"),
                        choice(RotationType.class, row, "type"),
                        row.get("specialty"),
                        row.get("setting"),
                        RosterCheck.date(row.get("start_date")).orElseThrow(),
                        RosterCheck.date(row.get("end_date")).orElseThrow(),
                        Integer.valueOf(row.get("hours_per_week"))
                    };
        };
    }

    /**
     * @param columns that the file has: what it leaves out stays as it is (RO-2)
     */
    static String sql(RosterKind kind, Set<String> columns) {
        Set<String> kept = new HashSet<>(kind.optionalColumns());
        kept.removeAll(columns);
        return switch (kind) {
            case SITES ->
                    upsert(
                            "site",
                            "tenant_id, code, name, street, city, state, postal_code, phone, time_zone",
                            "?,?,?,?,?,?,?,?,?",
                            "tenant_id, code",
                            kept);
            case PRECEPTORS ->
                    upsert(
                            "preceptor",
                            "tenant_id, npi, full_name, credentials, title, specialty, email, phone, site_id",
                            "?,?,?,?,?,?,?,?,(select id from site where tenant_id = ? and code = ?)",
                            "tenant_id, npi",
                            kept);
            case LEARNERS ->
                    upsert(
                            "learner",
                            "tenant_id, code, full_name, latin_name, email, aamc_id, medical_school, stage",
                            "?,?,?,?,?,?,?,?",
                            "tenant_id, code",
                            kept);
            case PROGRAMS ->
                    upsert(
                            "program",
                            "tenant_id, code, name, institution, specialty, city, state, channel",
                            "?,?,?,?,?,?,?,?",
                            "tenant_id, code",
                            kept);
            case ROTATIONS ->
                    upsert(
                            "rotation",
                            "tenant_id, code, learner_id, preceptor_id, site_id, type, specialty, setting,"
                                    + " start_date, end_date, hours_per_week",
                            "?,?,(select id from learner where tenant_id = ? and code = ?),"
                                    + "(select id from preceptor where tenant_id = ? and npi = ?),"
                                    + "(select id from site where tenant_id = ? and code = ?),?,?,?,?,?,?",
                            "tenant_id, code",
                            kept);
        };
    }

    /**
     * Returns true for a new row, false for a corrected one, and no row for one that is the same.
     *
     * @param kept columns of a row that is there already which are neither compared nor changed
     */
    private static String upsert(
            String table, String columns, String values, String key, Set<String> kept) {
        StringBuilder set = new StringBuilder();
        StringBuilder mine = new StringBuilder();
        StringBuilder theirs = new StringBuilder();
        for (String column : columns.split(", *")) {
            if (!key.contains(column) && !kept.contains(column)) {
                String comma = set.isEmpty() ? "" : ", ";
                set.append(comma).append(column).append(" = excluded.").append(column);
                mine.append(comma).append(table).append('.').append(column);
                theirs.append(comma).append("excluded.").append(column);
            }
        }
        return "insert into "
                + table
                + " (id, "
                + columns
                + ") values (nextval('portal_id'), "
                + values
                + ") on conflict ("
                + key
                + ") do update set "
                + set
                + " where ("
                + mine
                + ") is distinct from ("
                + theirs
                + ") returning (xmax = 0)";
    }

    private static Map<String, String> pairs(Connection c, String sql, long tenantId)
            throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        try (PreparedStatement select = c.prepareStatement(sql)) {
            select.setLong(1, tenantId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pairs.put(row.getString(1), row.getString(2));
                }
            }
        }
        return pairs;
    }

    private static String email(Row row) {
        return row.get("email").toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String choice(Class<E> type, Row row, String column) {
        return RosterCheck.choice(type, row.get(column)).orElseThrow().name();
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
