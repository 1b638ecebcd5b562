package org.preceptorportal.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What Jakarta Batch remembers of jobs and their partitions; it has no verb to forget. Of a job all
 * goes or nothing, and nothing of one that a run is at. Without its memory a run starts anew.
 */
final class BatchHistory {
    private static final String OLD =
            "select i.jobinstanceid from jb_jobinstancedata i where not exists (select from"
                    + " jb_executioninstancedata e where e.jobinstanceid = i.jobinstanceid and"
                    + " (greatest(e.createtime, e.updatetime, e.endtime) >= ? or exists (select from"
                    + " run r where r.execution_id = e.jobexecid and r.status in ('STARTING',"
                    + " 'STARTED', 'STOPPING')))) and i.jobinstanceid <= (select"
                    + " max(e.jobinstanceid) from jb_executioninstancedata e where e.createtime < ?)"
                    + " order by 1 limit ?";

    private static final String[] DELETES = {
        "delete from jb_checkpointdata where split_part(id, ',', 1)::bigint = any (?)",
        "delete from jb_jobstatus where id = any (?)",
        "delete from jb_stepstatus s using jb_stepexecutioninstancedata x, jb_executioninstancedata"
                + " e where s.id = x.stepexecid and x.jobexecid = e.jobexecid and e.jobinstanceid ="
                + " any (?)",
        "delete from jb_stepexecutioninstancedata x using jb_executioninstancedata e where"
                + " x.jobexecid = e.jobexecid and e.jobinstanceid = any (?)",
        "delete from jb_executioninstancedata where jobinstanceid = any (?)",
        "delete from jb_jobinstancedata where jobinstanceid = any (?)"
    };

    private BatchHistory() {}

    /**
     * Forgets jobs that were last heard of before this moment, in the connection's transaction.
     *
     * @param limit of jobs; partitions count as jobs
     * @return how many went
     */
    static int forget(Connection c, Instant before, int limit) throws SQLException {
        List<Long> going = old(c, before, limit);
        for (String sql : DELETES) {
            try (PreparedStatement delete = c.prepareStatement(sql)) {
                delete.setArray(1, c.createArrayOf("bigint", going.toArray()));
                delete.executeUpdate();
            }
        }
        return going.size();
    }

    private static List<Long> old(Connection c, Instant before, int limit) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(OLD)) {
            // Its columns hold the server's local time.
            select.setTimestamp(1, Timestamp.from(before));
            select.setTimestamp(2, Timestamp.from(before));
            select.setInt(3, limit);
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }
}
