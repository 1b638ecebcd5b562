package org.preceptorportal.access;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.database.RunningDatabase;

/**
 * {@code ./portal api-key --role ROLE [--program CODE]}: prints a new key as the last line. Runs
 * beside the portal, without a server, so it uses nothing of Jakarta EE.
 */
public final class ApiKeyCommand {
    private static final int MISUSED = 2;

    private ApiKeyCommand() {}

    public static void main(String... args) {
        System.exit(run(System.out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        try {
            String role = null;
            String program = null;
            for (Iterator<String> words = Arrays.asList(args).iterator(); words.hasNext(); ) {
                String word = words.next();
                switch (word) {
                    case "--role" -> role = value(word, words);
                    case "--program" -> program = value(word, words);
                    default -> throw new IllegalArgumentException("Unknown option: " + word);
                }
            }
            Role wanted = role(role);
            String key = issue(wanted, program);
            err.println("A new key for " + wanted + ". It is shown only now; keep it safe.");
            out.println(key);
            return 0;
        } catch (IllegalArgumentException | SQLException e) {
            err.println("portal: " + e.getMessage());
            return MISUSED;
        }
    }

    static Role role(String word) {
        if (word == null) {
            throw new IllegalArgumentException("api-key needs --role ROLE.");
        }
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "Unknown role: "
                        + word
                        + ". Use coordinator, program-staff, administrator or auditor.");
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return words.next();
    }

    private static String issue(Role role, String program) throws SQLException {
        try (Connection c = RunningDatabase.open()) {
            c.setAutoCommit(false);
            Caller operator =
                    new Caller(null, tenant(c), null, null, null, "Operator at the console", null);
            String key = ApiKeys.issue(c, Clock.systemUTC().instant(), operator, role, program);
            c.commit();
            return key;
        }
    }

    /** The only institution, else the demo one. */
    private static long tenant(Connection c) throws SQLException {
        try (PreparedStatement select =
                        c.prepareStatement(
                                "select id from tenant where demo or (select count(*) from tenant) = 1"
                                        + " order by id limit 1");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalArgumentException(
                        "The portal has no institution yet, or several and none is the demo.");
            }
            return row.getLong(1);
        }
    }
}
