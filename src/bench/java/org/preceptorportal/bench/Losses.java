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
            Path file =
                    NightFacts.files(portal.data()).stream()
                            .filter(each -> each.getFileName().toString().length() == 64)
                            .findFirst()
                            .orElseThrow();
            spoil(c, night, file, Files.size(file) / 2, "a file", unnoticed);
            String[] lying =
                    NightFacts.column(
                                    c,
                                    "select bundle || ' ' || place + size / 2 from blob where bundle is"
                                            + " not null order by sha256 limit 1")
                            .get(0)
                            .split(" ");
            Path bundle = portal.data().resolve("blobs").resolve("bundles").resolve(lying[0]);
            spoil(c, night, bundle, Long.parseLong(lying[1]), "a bundle", unnoticed);
            Path stray = file.resolveSibling("part-of-nothing");
            Files.write(stray, new byte[1]);
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

    private void spoil(
            Connection c, long night, Path file, long at, String what, List<String> unnoticed)
            throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        byte[] flipped = bytes.clone();
        flipped[(int) at] ^= 1;
        Files.write(file, flipped);
        if (NightFacts.broken(c, night, portal.data()).isEmpty()) {
            unnoticed.add(what + " is altered");
        }
        Files.delete(file);
        if (NightFacts.broken(c, night, portal.data()).isEmpty()) {
            unnoticed.add(what + " is gone");
        }
        Files.write(file, bytes);
    }
}
