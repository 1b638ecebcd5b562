package org.preceptorportal.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditChain;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Keys for {@code /api/v1}; the portal keeps their hashes only. */
@ApplicationScoped
public class ApiKeys {
    /** After a year, a key that somebody forgot opens nothing. */
    static final Duration LIFE = Duration.ofDays(365);

    /** A command ends its key itself; one that was killed leaves it for no longer. */
    static final Duration COMMAND_LIFE = Duration.ofDays(1);

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Clock clock;
    @Inject DemoGate demoGate;

    /** A new key and the number that the trail calls it by. */
    record Made(long id, Secret key) {}

    /**
     * Makes a key, beside a running portal; needs nothing of the server.
     *
     * @param by who asks for it, for the trail
     * @param role of staff; preceptors, assistants and learners are persons
     * @param owner the address of the account of that role whose key it is: walls that stand before
     *     the person stand before the key, and it ends with the account
     * @return the key, shown this once
     * @throws IllegalArgumentException with a sentence for a person, when these do not fit
     */
    static Made issue(Connection c, Instant now, Caller by, Role role, String owner)
            throws SQLException {
        if (!role.isStaff()) {
            throw new IllegalArgumentException(
                    "An API key is for coordinator, program-staff, administrator or auditor.");
        }
        return add(c, now, by, role, owner(c, by.tenantId(), role, owner), LIFE);
    }

    /**
     * A key for a command while it runs. It is nobody's, and so makes no call but those of {@link
     * Door#machines}.
     */
    static Made issueForCommand(Connection c, Instant now, Caller by, Role role)
            throws SQLException {
        return add(c, now, by, role, Owner.NOBODY, COMMAND_LIFE);
    }

    private static Made add(
            Connection c, Instant now, Caller by, Role role, Owner owner, Duration life)
            throws SQLException {
        Secret key = Secret.apiKey();
        long id;
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into api_key (id, tenant_id, role, program_id, key_hash, created_at,"
                                + " expires_at, account_id) values (nextval('portal_id'), ?, ?, ?, ?,"
                                + " ?, ?, ?)"
                                + " returning id")) {
            insert.setLong(1, by.tenantId());
            insert.setString(2, role.name());
            insert.setObject(3, owner.program(), Types.BIGINT);
            insert.setString(4, key.hash());
            insert.setObject(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setObject(6, OffsetDateTime.ofInstant(now.plus(life), ZoneOffset.UTC));
            insert.setObject(7, owner.id(), Types.BIGINT);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        AuditChain.append(c, now, by, "api-key.made", "api-key", id, role.name());
        return new Made(id, key);
    }

    /**
     * Ends a key, beside a running portal.
     *
     * @param id the number that the trail calls it by
     * @throws IllegalArgumentException with a sentence, when there is no such key to end
     */
    static void revoke(Connection c, Instant now, Caller by, long id) throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "update api_key set revoked_at = ? where id = ? and tenant_id = ? and"
                                + " revoked_at is null")) {
            update.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            update.setLong(2, id);
            update.setLong(3, by.tenantId());
            if (update.executeUpdate() == 0) {
                throw new IllegalArgumentException(
                        "There is no key " + id + ", or it is revoked already.");
            }
        }
        AuditChain.append(c, now, by, "api-key.revoked", "api-key", id, "");
    }

    /**
     * Who calls with this key; empty when it is unknown, too old, revoked, or of an ended account.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Caller> caller(String key, String networkAddress) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select k.id, k.tenant_id, k.role, k.program_id, k.account_id"
                                        + " from api_key k left join account a on a.id ="
                                        + " k.account_id where k.key_hash = ? and k.revoked_at is"
                                        + " null and k.expires_at > ? and (k.account_id is null or"
                                        + " a.active)")) {
            select.setString(1, new Secret(key).hash());
            select.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !demoGate.admits(row.getLong(2))) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Caller(
                                row.getObject(5, Long.class),
                                row.getLong(2),
                                Role.valueOf(row.getString(3)),
                                null,
                                row.getObject(4, Long.class),
                                "API key " + row.getLong(1),
                                networkAddress));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("API keys cannot be read", e);
        }
    }

    private record Owner(Long id, Long program) {
        static final Owner NOBODY = new Owner(null, null);
    }

    private static Owner owner(Connection c, long tenantId, Role role, String email)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select id, program_id from account where tenant_id = ? and role = ? and"
                                + " email = ? and active")) {
            select.setLong(1, tenantId);
            select.setString(2, role.name());
            select.setString(3, Account.address(email));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException(
                            "There is no account of this role with this address; make it first:"
                                    + " ./portal account.");
                }
                return new Owner(row.getLong(1), row.getObject(2, Long.class));
            }
        }
    }
}
