package org.preceptorportal.packet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.preceptorportal.packet.Changes.Taken;
import org.preceptorportal.shell.database.Column;

/** Which packets programs took to the end, and when last. */
@ApplicationScoped
class TakenRows {
    private static final String SELECT =
            "select t.packet_id, t.taken_at, t.left_out from packet_taken t join packet k on k.id ="
                    + " t.packet_id where k.program_id = ? and k.season = ?";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    /** The program's newest download of this season's packets. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Taken> last(PacketView of) {
        return read(SELECT + " order by t.taken_at desc limit 1", of, null);
    }

    /** The program's newest download of one of them. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Taken> of(PacketView of, long packetId) {
        return read(SELECT + " and t.packet_id = ?", of, packetId);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(PacketView packet, Instant at, Set<String> leftOut) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into packet_taken (packet_id, program_id, taken_at, left_out)"
                                        + " values (?, ?, ?, ?) on conflict (packet_id) do update set"
                                        + " taken_at = excluded.taken_at, left_out = excluded.left_out"
                                        + " where packet_taken.taken_at <= excluded.taken_at")) {
            insert.setLong(1, packet.id());
            insert.setLong(2, packet.programId());
            insert.setObject(3, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.setArray(4, Column.of(c, "text", leftOut, name -> name));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the download cannot be listed", e);
        }
    }

    /**
     * Bytes of a packet as it stands under this tag went out.
     *
     * @return how many have gone out by now from the first one on, without a gap
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long sent(PacketView packet, String tag, long from, long until, Instant at) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert =
                        c.prepareStatement(
                                "insert into packet_sent (packet_id, tag, until, sent_at) values (?, ?,"
                                        + " case when ? = 0 then ? else 0 end, ?) on conflict (packet_id,"
                                        + " tag) do update set sent_at = excluded.sent_at, until = case"
                                        + " when ? <= packet_sent.until then greatest(packet_sent.until,"
                                        + " ?) else packet_sent.until end returning until")) {
            upsert.setLong(1, packet.id());
            upsert.setString(2, tag);
            upsert.setLong(3, from);
            upsert.setLong(4, until);
            upsert.setObject(5, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            upsert.setLong(6, from);
            upsert.setLong(7, until);
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the download cannot be listed", e);
        }
    }

    private Optional<Taken> read(String sql, PacketView of, Long packetId) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            select.setLong(1, of.programId());
            select.setString(2, of.season());
            if (packetId != null) {
                select.setLong(3, packetId);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Taken(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        Set.of((String[]) row.getArray(3).getArray())))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the downloads cannot be read", e);
        }
    }
}
