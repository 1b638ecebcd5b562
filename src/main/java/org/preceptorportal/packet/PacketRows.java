package org.preceptorportal.packet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.preceptorportal.binding.MadePackets;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.shell.database.Column;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Sha256;

/** The rows of packets and their entries. Packets are added and never changed (PK-5). */
@ApplicationScoped
class PacketRows implements MadePackets {
    private static final String SELECT =
            "select k.id, k.tenant_id, k.program_id, p.code, p.name, p.institution, p.specialty,"
                    + " k.season, k.night, k.run_id, k.input_key, k.applicants, k.letters, k.skipped,"
                    + " k.zip_size, k.made_at, k.channel, k.asked_key, k.as_of, k.cutoff from packet k"
                    + " join program p on p.id = k.program_id where k.tenant_id = ?";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    /** The packets of an institution, or of one program of it; the newest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<PacketView> list(long tenantId, Long programId) {
        return programId == null
                ? read(
                        SELECT + " order by k.night desc, p.name, k.cutoff desc, k.id desc",
                        tenantId)
                : read(
                        SELECT + " and k.program_id = ? order by k.cutoff desc, k.id desc",
                        tenantId,
                        programId);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<PacketView> find(long tenantId, long id) {
        return read(SELECT + " and k.id = ?", tenantId, id).stream().findFirst();
    }

    /** A program's newest packet of a season: that of the latest cut-off. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<PacketView> latest(long tenantId, long programId, String season) {
        return read(
                        SELECT
                                + " and k.program_id = ? and k.season = ? order by k.cutoff desc,"
                                + " k.id desc limit 1",
                        tenantId,
                        programId,
                        season)
                .stream()
                .findFirst();
    }

    @Override
    public Map<Long, String> stamps(long tenantId, String season) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select program_id, stamp from (select distinct on"
                                        + " (k.program_id) k.program_id, k.stamp, k.skipped from packet"
                                        + " k where k.tenant_id = ? and k.season = ? order by"
                                        + " k.program_id, k.cutoff desc, k.id desc) newest where stamp"
                                        + " is not null and skipped = 0")) {
            select.setLong(1, tenantId);
            select.setString(2, season);
            Map<Long, String> stamps = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stamps.put(row.getLong(1), row.getString(2));
                }
            }
            return stamps;
        } catch (SQLException e) {
            throw new IllegalStateException("the packets' stamps cannot be read", e);
        }
    }

    /** Notes that a packet is still right for what was read under this stamp. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void stamp(long packetId, String stamp) {
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement("update packet set stamp = ? where id = ?")) {
            update.setString(1, stamp);
            update.setLong(2, packetId);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the packet cannot be stamped", e);
        }
    }

    /**
     * Makes those who lay packets of one program come one after the other until the transaction
     * ends: a night and an order beside it must not lay the same packet twice.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(long programId) {
        try (Connection c = database.getConnection();
                PreparedStatement lock =
                        c.prepareStatement("select pg_advisory_xact_lock(7218, hashint8(?))")) {
            lock.setLong(1, programId);
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the program's packets cannot be held", e);
        }
    }

    /** In the order of the ZIP. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Entry> entries(long packetId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select position, name, kind, learner_id, title, sha256, size,"
                                        + " crc32 from packet_entry where packet_id = ? order by"
                                        + " position")) {
            select.setLong(1, packetId);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(
                            new Entry(
                                    row.getInt(1),
                                    row.getString(2),
                                    Entry.Kind.valueOf(row.getString(3)),
                                    row.getObject(4, Long.class),
                                    row.getString(5),
                                    new Blob(
                                            new Sha256(row.getString(6)),
                                            row.getLong(7),
                                            row.getLong(8))));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("the packet's entries cannot be read", e);
        }
    }

    /**
     * A packet that holds a sealed original.
     *
     * @param files that show the letter: the original, and what was bound of the same applicant
     */
    record Holding(long packetId, long programId, List<String> files) {}

    /** The packets that hold this original. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Holding> holding(long tenantId, Sha256 original) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select k.id, k.program_id, array_agg(f.name) from packet k join"
                                        + " packet_entry o on o.packet_id = k.id and o.kind ="
                                        + " 'ORIGINAL' join packet_entry f on f.packet_id = k.id and"
                                        + " f.learner_id = o.learner_id and (f.position = o.position or"
                                        + " f.kind = 'APPLICANT') where k.tenant_id = ? and o.sha256 ="
                                        + " ? group by k.id, k.program_id order by k.id")) {
            select.setLong(1, tenantId);
            select.setString(2, original.hex());
            List<Holding> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(
                            new Holding(
                                    row.getLong(1),
                                    row.getLong(2),
                                    List.of((String[]) row.getArray(3).getArray())));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the packets of a letter cannot be read", e);
        }
    }

    /**
     * Lists new packets, with two statements for all of them.
     *
     * @return their ids by program. One is missing when this run already has a packet of the
     *     program, which happens only to a run that started anew; what changed in between comes
     *     with the next night
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Long> add(NightRun night, List<LaidPacket> laid) {
        try (Connection c = database.getConnection()) {
            Map<Long, Long> ids = addPackets(c, night, laid);
            addEntries(
                    c,
                    laid.stream()
                            .map(LaidPacket::draft)
                            .filter(draft -> ids.containsKey(draft.programId()))
                            .flatMap(
                                    draft ->
                                            draft.entries().stream()
                                                    .map(
                                                            e ->
                                                                    new Row(
                                                                            ids.get(
                                                                                    draft
                                                                                            .programId()),
                                                                            e)))
                            .toList());
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("the packets cannot be listed", e);
        }
    }

    private static Map<Long, Long> addPackets(Connection c, NightRun night, List<LaidPacket> laid)
            throws SQLException {
        List<PacketDraft> drafts = laid.stream().map(LaidPacket::draft).toList();
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into packet (id, tenant_id, season, run_id, night, cutoff, program_id,"
                                + " input_key, applicants, letters, skipped, zip_size, made_at,"
                                + " channel, asked_key, as_of, stamp) select nextval('portal_id'), ?, ?,"
                                + " ?, u.* from unnest(?::date[], ?::timestamptz[], ?::bigint[],"
                                + " ?::text[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[],"
                                + " ?::timestamptz[], ?::text[]) u on conflict (run_id, program_id) do"
                                + " nothing returning program_id, id")) {
            insert.setLong(1, night.tenant());
            insert.setString(2, night.season());
            insert.setLong(3, night.run());
            insert.setArray(4, Column.of(c, "text", laid, packet -> packet.night().toString()));
            insert.setArray(5, Column.of(c, "text", laid, packet -> packet.cutoff().toString()));
            insert.setArray(6, Column.of(c, "bigint", drafts, PacketDraft::programId));
            insert.setArray(7, Column.of(c, "text", drafts, draft -> draft.key().hex()));
            insert.setArray(8, Column.of(c, "int", drafts, PacketDraft::applicants));
            insert.setArray(9, Column.of(c, "int", drafts, PacketDraft::letters));
            insert.setArray(10, Column.of(c, "int", drafts, PacketDraft::skipped));
            insert.setArray(11, Column.of(c, "bigint", drafts, PacketDraft::size));
            insert.setArray(12, Column.of(c, "text", laid, packet -> packet.at().toString()));
            insert.setArray(13, Column.of(c, "text", drafts, PacketDraft::channel));
            insert.setArray(14, Column.of(c, "text", drafts, draft -> draft.asked().hex()));
            insert.setArray(15, Column.of(c, "text", drafts, draft -> draft.asOf().toString()));
            insert.setArray(16, Column.of(c, "text", drafts, PacketDraft::stamp));
            Map<Long, Long> ids = new HashMap<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    ids.put(row.getLong(1), row.getLong(2));
                }
            }
            return ids;
        }
    }

    /** An entry of a packet. */
    private record Row(long packetId, Entry entry) {}

    private static void addEntries(Connection c, List<Row> rows) throws SQLException {
        List<Entry> entries = rows.stream().map(Row::entry).toList();
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into packet_entry (packet_id, position, name, kind, learner_id,"
                                + " title, sha256, size, crc32) select * from unnest(?::bigint[],"
                                + " ?::int[], ?::text[], ?::text[], ?::bigint[], ?::text[],"
                                + " ?::bpchar[], ?::bigint[], ?::bigint[])")) {
            insert.setArray(1, Column.of(c, "bigint", rows, Row::packetId));
            insert.setArray(2, Column.of(c, "int", entries, Entry::position));
            insert.setArray(3, Column.of(c, "text", entries, Entry::name));
            insert.setArray(4, Column.of(c, "text", entries, entry -> entry.kind().name()));
            insert.setArray(5, Column.of(c, "bigint", entries, Entry::learnerId));
            insert.setArray(6, Column.of(c, "text", entries, Entry::title));
            insert.setArray(7, Column.of(c, "text", entries, entry -> entry.blob().sha256().hex()));
            insert.setArray(8, Column.of(c, "bigint", entries, entry -> entry.blob().size()));
            insert.setArray(9, Column.of(c, "bigint", entries, entry -> entry.blob().crc32()));
            insert.executeUpdate();
        }
    }

    private List<PacketView> read(String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<PacketView> packets = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    packets.add(
                            new PacketView(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getObject(9, LocalDate.class),
                                    row.getObject(20, OffsetDateTime.class).toInstant(),
                                    row.getLong(10),
                                    new Sha256(row.getString(11)),
                                    row.getInt(12),
                                    row.getInt(13),
                                    row.getInt(14),
                                    row.getLong(15),
                                    row.getObject(16, OffsetDateTime.class).toInstant(),
                                    row.getString(17),
                                    row.getString(18) == null
                                            ? null
                                            : new Sha256(row.getString(18)),
                                    row.getObject(19, OffsetDateTime.class).toInstant()));
                }
            }
            return packets;
        } catch (SQLException e) {
            throw new IllegalStateException("the packets cannot be read", e);
        }
    }
}
