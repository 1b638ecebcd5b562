package org.preceptorportal.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Rotations with their duties and evaluations, made by the database: five evaluations a rotation
 * (one final, four encounters), so that 20,000 rotations have 100,000.
 */
public final class DeskSeason {
    public static final long TENANT = 1;

    private DeskSeason() {}

    /** Makes them, or as many more as are missing. */
    public static void grow(Connection c, int rotations) throws SQLException {
        String[] steps = {
            "insert into tenant values (1, 'bench', 'Bench', 'America/New_York') on conflict do nothing",
            """
            insert into site select 1000 + i, 1, 'S' || i, 'Site ' || i, '1 Main St', 'Ann Arbor', 'MI', '48104', null,
                (array['America/Detroit', 'America/Chicago', 'America/Los_Angeles'])[1 + i %% 3]
              from generate_series(0, 19) i on conflict do nothing""",
            """
            insert into preceptor select 10000 + i, 1, (1000000000 + i)::text, 'Preceptor ' || chr(65 + i %% 26) || i, 'MD', null,
                'Internal Medicine', 'p' || i || '@bench.example', null, 1000 + i %% 20
              from generate_series(0, %1$d / 20) i on conflict do nothing""",
            """
            insert into learner select 100000 + i, 1, 'L' || i, 'Learner ' || chr(65 + i * 7 %% 26) || i, null,
                'l' || i || '@bench.example', null, 'Medical School', 'GRADUATE'
              from generate_series(0, %1$d / 4) i on conflict do nothing""",
            // The same share is over, at its end and still to come, however many there are.
            """
            insert into rotation select 1000000 + i, 1, 'R' || i, 100000 + i %% (%1$d / 4), 10000 + i %% (%1$d / 20 + 1),
                1000 + i %% (%1$d / 20 + 1) %% 20, 'ELECTIVE', 'Internal Medicine', 'inpatient',
                current_date - 27 - (i * 7919 %% 300) + 20, current_date - (i * 7919 %% 300) + 20, 40
              from generate_series(0, %1$d - 1) i on conflict do nothing""",
            """
            insert into duty (id, tenant_id, rotation_id, learner_id, preceptor_id, roster_preceptor_id, site_id, phase,
                opens_on, ends_on, due_at, state, started_at, closed_at)
              select 10000000 + r.id, 1, r.id, r.learner_id, r.preceptor_id, r.preceptor_id, r.site_id, 'FINAL',
                r.end_date - 7, r.end_date, (r.end_date + 14 + time '17:00') at time zone 'America/New_York',
                case when r.end_date > current_date - 3 or r.id %% 11 = 0 then 'OPEN' when r.id %% 37 = 0 then 'EXCUSED' else 'SUBMITTED' end,
                case when r.end_date > current_date - 3 or r.id %% 11 = 0 then null else r.end_date + time '12:00' end,
                case when r.end_date > current_date - 3 or r.id %% 11 = 0 then null else r.end_date + (r.id %% 30)::int + time '12:00' end
              from rotation r where not exists (select from duty d where d.rotation_id = r.id)""",
            """
            insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id, phase, form, form_version, status,
                started_at, saved_at, submitted_at, version, straight_line, seconds)
              select 100000000 + r.id * 5 + k, 1, r.id, r.learner_id, r.preceptor_id,
                case k when 0 then 'FINAL' else 'ENCOUNTER' end, 'bench', 1, 'SUBMITTED', now(), now(),
                now() - (r.id %% 300) * interval '1 day', 1, r.id %% 50 = k, 200
              from rotation r cross join generate_series(0, 4) k
              where not exists (select from evaluation e where e.rotation_id = r.id)""",
        };
        try (Statement s = c.createStatement()) {
            for (String step : steps) {
                s.execute(step.formatted(rotations));
            }
            // As the portal's own tick does, every ten minutes.
            s.execute(
                    "with gone as (delete from duty_tally returning *) insert into duty_tally"
                            + " select tenant_id, scope, scope_id, phase, state, started, opens_on, due_at, turnaround, sum(n)"
                            + " from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0");
            // As the database does by itself.
            for (String table :
                    new String[] {
                        "duty", "duty_tally", "rotation", "learner", "preceptor", "evaluation",
                        "quality_flag"
                    }) {
                s.execute("vacuum analyze " + table);
            }
        }
    }
}
