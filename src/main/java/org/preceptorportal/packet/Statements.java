package org.preceptorportal.packet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.preceptorportal.seal.PortalSeal;
import org.preceptorportal.store.Sha256;

/**
 * The portal's signatures over what it says of a packet later. Each is made when it is first asked
 * for, and then kept: a resumed download goes on with the same bytes (PK-5).
 */
@ApplicationScoped
public class Statements {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject PortalSeal seal;
    @Inject Clock clock;

    /**
     * @return detached CMS
     * @throws org.preceptorportal.seal.SealNotPossible when it cannot be signed
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public byte[] signature(long packetId, byte[] statement) {
        Sha256 name = Sha256.of(statement);
        byte[] known = find(packetId, name);
        if (known != null) {
            return known;
        }
        keep(packetId, name, seal.sign(statement));
        // Somebody else may have been first: the kept one counts.
        return find(packetId, name);
    }

    private byte[] find(long packetId, Sha256 name) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select p7s from packet_statement where packet_id = ? and"
                                        + " statement_sha256 = ?")) {
            select.setLong(1, packetId);
            select.setString(2, name.hex());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the packet's statements cannot be read", e);
        }
    }

    private void keep(long packetId, Sha256 name, byte[] p7s) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into packet_statement (packet_id, statement_sha256, p7s, made_at)"
                                        + " values (?, ?, ?, ?) on conflict do nothing")) {
            insert.setLong(1, packetId);
            insert.setString(2, name.hex());
            insert.setBytes(3, p7s);
            insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the packet's statement cannot be kept", e);
        }
    }
}
