package org.preceptorportal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Losses put into a finished night on purpose, to see whether these measurements see them. */
public final class Losses {
    private final OwnPortal portal;
    private final NightFacts clean;

    Losses(OwnPortal portal, NightFacts clean) {
        this.portal = portal;
        this.clean = clean;
    }

    /**
     * Puts each into the newest night, looks, and takes it back.
     *
     * @return those that went unnoticed
     */
    public List<String> unnoticed() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        try (Connection c = portal.database()) {
            long night =
                    Long.parseLong(
                            NightFacts.column(
                                            c, "select max(id) from night where only_job is null")
                                    .get(0));
            String[][] losses = {
                {
                    "a report is lost",
                    "delete from skill_report where id = (select max(id) from skill_report)"
                },
                {
                    "a packet lacks a file",
                    "delete from packet_entry where (packet_id, position) = (select packet_id,"
                            + " position from packet_entry order by 1, 2 desc limit 1)"
                },
                {
                    "a packet holds another file",
                    "update packet_entry set sha256 = (select min(sha256) from blob) where (packet_id,"
                            + " position) = (select packet_id, position from packet_entry where"
                            + " kind = 'APPLICANT' order by 1, 2 desc limit 1)"
                },
                {
                    "a report is there twice",
                    "insert into skill_report select (jsonb_populate_record(r, jsonb_build_object("
                            + "'id', 1, 'input_key', repeat('0', 64)))).* from skill_report r order by"
                            + " r.id limit 1"
                },
                {
                    "a chunk is counted twice",
                    "update run_part set made = made + 1, read = read + 1 where (run_id, step, part)"
                            + " = (select p.run_id, p.step, p.part from run_part p join run r on r.id"
                            + " = p.run_id where p.made > 0 and r.night_id = "
                            + night
                            + " order by 1, 2, 3 limit 1)"
                },
                {
                    "a row of the store belongs to nobody",
                    "insert into blob values (repeat('e', 64), 1, 1, now())"
                },
                {
                    "a small file is altered",
                    "update blob set bytes = bytes || 'x' where sha256 = (select min(sha256) from"
                            + " blob where bytes is not null)"
                },
            };
            c.setAutoCommit(false);
            for (String[] loss : losses) {
                try (Statement statement = c.createStatement()) {
                    if (statement.executeUpdate(loss[1]) != 1) {
                        throw new IllegalStateException("nothing was lost: " + loss[0]);
                    }
                }
                List<String> seen = NightFacts.of(c, night).differences(clean);
                seen.addAll(NightFacts.broken(c, night, portal.data()));
                if (seen.isEmpty()) {
                    unnoticed.add(loss[0]);
                }
                c.rollback();
            }
            Path file = NightFacts.files(portal.data()).get(0);
            byte[] bytes = Files.readAllBytes(file);
            byte[] flipped = bytes.clone();
            flipped[flipped.length / 2] ^= 1;
            Files.write(file, flipped);
            if (NightFacts.broken(c, night, portal.data()).isEmpty()) {
                unnoticed.add("a file is altered");
            }
            Files.delete(file);
            if (NightFacts.broken(c, night, portal.data()).isEmpty()) {
                unnoticed.add("a file is gone");
            }
            Files.write(file, bytes);
            Path stray = file.resolveSibling("part-of-nothing");
            Files.write(stray, bytes);
            if (NightFacts.broken(c, night, portal.data()).isEmpty()) {
                unnoticed.add("a file without a row");
            }
            Files.delete(stray);
            if (!NightFacts.broken(c, night, portal.data()).isEmpty()) {
                unnoticed.add("that everything was put back");
            }
            c.rollback();
        }
        return unnoticed;
    }
}
