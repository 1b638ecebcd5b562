package org.preceptorportal.access;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.preceptorportal.audit.AuditChain;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/**
 * {@code ./portal account --role ROLE --email ADDRESS --name NAME [--program CODE]}: makes a staff
 * account and prints its password as the last line. One that is there already, with this role and
 * address, gets a new password instead and keeps the rest.
 */
public final class AccountCommand {
    private static final int LONGEST_NAME = 200;

    private AccountCommand() {}

    /**
     * What was asked for.
     *
     * @param email as addresses are compared
     * @param program code of a program staff's program, else null
     */
    record Wish(Role role, String email, String name, String program) {
        Wish {
            if (role == Role.ASSISTANT) {
                throw new IllegalArgumentException(
                        "Assistants have no password: their preceptor invites them, and they sign in"
                                + " by a link mailed to them.");
            }
            if (role == Role.DESIGNEE) {
                throw new IllegalArgumentException(
                        "Designees have no password: a letter's author invites them, and they sign"
                                + " in by a link mailed to them.");
            }
            if (!role.isStaff()) {
                throw new IllegalArgumentException(
                        "Preceptors and learners have no password: they sign in by a link mailed to"
                                + " their address in the roster.");
            }
            email = Account.address(email);
            if (!Account.isAddress(email)) {
                throw new IllegalArgumentException("--email takes an e-mail address.");
            }
            name = name.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "A name has 1 to " + LONGEST_NAME + " characters.");
            }
            if (role == Role.PROGRAM_STAFF && program == null) {
                throw new IllegalArgumentException(
                        "An account for program staff needs --program CODE.");
            }
            if (role != Role.PROGRAM_STAFF && program != null) {
                throw new IllegalArgumentException(
                        "Only an account for program staff has a program.");
            }
        }

        static Wish read(String... args) {
            ConsoleCommand command =
                    new ConsoleCommand(
                            "account", List.of("--role", "--email", "--name", "--program"), args);
            return new Wish(
                    command.role(),
                    command.need("--email", "ADDRESS"),
                    command.need("--name", "NAME"),
                    command.get("--program"));
        }
    }

    public static void main(String... args) {
        System.exit(run(System.out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return ConsoleCommand.run(
                out,
                err,
                () -> {
                    Wish wish = Wish.read(args);
                    Secret password =
                            ConsoleCommand.act((c, operator) -> make(c, operator, wish, err));
                    err.println("Its password is shown only now; keep it safe.");
                    return password.text();
                });
    }

    private static Secret make(Connection c, Caller by, Wish wish, PrintStream err)
            throws SQLException {
        Instant now = Clock.systemUTC().instant();
        Long program = wish.program() == null ? null : program(c, by.tenantId(), wish.program());
        Secret password = Secret.password();
        String hash = Passwords.hash(password.text());
        Long present = present(c, by.tenantId(), wish, program);
        long id;
        if (present == null) {
            id = insert(c, now, by.tenantId(), wish, program, hash);
            err.println("A new account for " + wish.role() + ".");
        } else {
            id = present;
            renew(c, id, hash);
            err.println("This account was there already; it has a new password now.");
        }
        AuditChain.append(
                c,
                now,
                by,
                present == null ? "account.made" : "account.password-renewed",
                "account",
                id,
                wish.role().name());
        return password;
    }

    private static long program(Connection c, long tenantId, String code) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("select id from program where tenant_id = ? and code = ?")) {
            select.setLong(1, tenantId);
            select.setString(2, code);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("There is no program " + code + ".");
                }
                return row.getLong(1);
            }
        }
    }

    /** The id of the account with this role and address; null when there is none. */
    private static Long present(Connection c, long tenantId, Wish wish, Long program)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select id, program_id from account where tenant_id = ? and role = ? and"
                                + " email = ? and person_id is null for update")) {
            select.setLong(1, tenantId);
            select.setString(2, wish.role().name());
            select.setString(3, wish.email());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!Objects.equals(program, row.getObject(2, Long.class))) {
                    throw new IllegalArgumentException(
                            "There is an account with this role and address, for another program.");
                }
                return row.getLong(1);
            }
        }
    }

    private static long insert(
            Connection c, Instant now, long tenantId, Wish wish, Long program, String hash)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into account (id, tenant_id, role, email, name, program_id,"
                                + " password_hash, created_at, version)"
                                + " values (nextval('portal_id'), ?, ?, ?, ?, ?, ?, ?, 1)"
                                + " returning id")) {
            insert.setLong(1, tenantId);
            insert.setString(2, wish.role().name());
            insert.setString(3, wish.email());
            insert.setString(4, wish.name());
            insert.setObject(5, program, Types.BIGINT);
            insert.setString(6, hash);
            insert.setObject(7, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * Who has the new password need not wait for the failures with the old one; who came in with
     * the old one is out.
     */
    private static void renew(Connection c, long id, String hash) throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "update account set password_hash = ?, failures = 0, blocked_until = null,"
                                + " version = version + 1 where id = ?")) {
            update.setString(1, hash);
            update.setLong(2, id);
            update.executeUpdate();
        }
        try (PreparedStatement update =
                c.prepareStatement(
                        "update sign_in set ended_at = now() where account_id = ? and ended_at is"
                                + " null")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }
}
