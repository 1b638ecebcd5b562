package org.preceptorportal.recompute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/**
 * What is known of a kept report without its figures.
 *
 * @param kind LEARNER, COHORT, PRECEPTOR or SITE
 * @param subject the learner, preceptor or site; of a cohort the institution
 * @param code of a learner; else empty
 * @param name as its file has it
 * @param csv SHA-256 of the file
 * @param season of the night that made it
 * @param cutoff of that night
 */
record KeptReport(
        String kind,
        long id,
        long tenant,
        long subject,
        String code,
        String name,
        String csv,
        String season,
        Instant cutoff) {
    private static final String LEARNERS =
            "select 'LEARNER', f.id, f.tenant_id, l.id, l.code, l.full_name, f.csv_sha256, n.season,"
                    + " n.cutoff from skill_report f join learner l on l.id = f.learner_id"
                    + " join run r on r.id = f.run_id join night n on n.id = r.night_id where ";
    private static final String GROUPS =
            "select f.kind, f.id, f.tenant_id, f.subject_id, '', coalesce(nullif(concat_ws(', ',"
                    + " p.full_name, p.credentials), ''), s.name, t.name), f.csv_sha256, f.season,"
                    + " n.cutoff from figure_report f join tenant t on t.id = f.tenant_id"
                    + " left join preceptor p on f.kind = 'PRECEPTOR' and p.id = f.subject_id"
                    + " left join site s on f.kind = 'SITE' and s.id = f.subject_id"
                    + " join run r on r.id = f.run_id join night n on n.id = r.night_id where ";
    private static final String NEWEST = " order by n.cutoff desc, f.id desc limit 1";

    /**
     * @param words a report's number; a learner's code; or a kind and a code: {@code learner CODE},
     *     {@code preceptor NPI}, {@code site CODE}, {@code cohort SEASON}
     * @throws IllegalArgumentException with a sentence, when there is none
     */
    static KeptReport find(Connection c, List<String> words) throws SQLException {
        KeptReport found = null;
        if (words.size() == 1) {
            String word = words.get(0);
            if (word.matches("[0-9]{1,18}")) {
                long id = Long.parseLong(word);
                found = first(c, LEARNERS + "f.id = ?" + NEWEST, id);
                if (found == null) {
                    found = first(c, GROUPS + "f.id = ?" + NEWEST, id);
                }
            }
            if (found == null) {
                found = first(c, LEARNERS + "l.code = ?" + NEWEST, word);
            }
        } else if (words.size() == 2) {
            String code = words.get(1);
            found =
                    switch (words.get(0).toLowerCase(Locale.ROOT)) {
                        case "learner" -> first(c, LEARNERS + "l.code = ?" + NEWEST, code);
                        case "preceptor" -> first(c, GROUPS + "p.npi = ?" + NEWEST, code);
                        case "site" -> first(c, GROUPS + "s.code = ?" + NEWEST, code);
                        case "cohort" ->
                                first(
                                        c,
                                        GROUPS + "f.kind = 'COHORT' and f.season = ?" + NEWEST,
                                        code);
                        default ->
                                throw new IllegalArgumentException(
                                        "Reports are of a learner, preceptor, site or cohort, not"
                                                + " of a "
                                                + words.get(0)
                                                + ".");
                    };
        } else {
            throw new IllegalArgumentException(
                    "Which report? A number, a learner's code, or: learner CODE, preceptor NPI,"
                            + " site CODE, cohort SEASON.");
        }
        if (found == null) {
            throw new IllegalArgumentException("There is no report of " + String.join(" ", words));
        }
        return found;
    }

    private static KeptReport first(Connection c, String sql, Object value) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(sql)) {
            select.setObject(1, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new KeptReport(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getObject(9, OffsetDateTime.class).toInstant())
                        : null;
            }
        }
    }
}
