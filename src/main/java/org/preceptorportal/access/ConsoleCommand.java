package org.preceptorportal.access;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.database.RunningDatabase;

/**
 * A command of {@code ./portal} that makes something beside the running portal and prints its
 * secret alone on the last line. Without a server, so it uses nothing of Jakarta EE.
 */
final class ConsoleCommand {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final String name;
    private final Map<String, String> given = new HashMap<>();

    /** What a command does, in one transaction; throws IllegalArgumentException with a sentence. */
    @FunctionalInterface
    interface Deed<T> {
        T of(Connection c, Caller operator) throws SQLException;
    }

    /**
     * @throws IllegalArgumentException with a sentence, when an option is unknown or has no value
     */
    ConsoleCommand(String name, List<String> known, String... args) {
        this.name = name;
        for (Iterator<String> words = Arrays.asList(args).iterator(); words.hasNext(); ) {
            String word = words.next();
            if (!known.contains(word)) {
                throw new IllegalArgumentException("Unknown option: " + word);
            }
            if (!words.hasNext()) {
                throw new IllegalArgumentException(word + " needs a value.");
            }
            given.put(word, words.next());
        }
    }

    /** The value of an option that may be left out; then null. */
    String get(String option) {
        return given.get(option);
    }

    /**
     * @param value how the help calls its value
     * @throws IllegalArgumentException with a sentence, when it is not given
     */
    String need(String option, String value) {
        if (get(option) == null) {
            throw new IllegalArgumentException(name + " needs " + option + " " + value + ".");
        }
        return get(option);
    }

    /** The role as people write it, for instance {@code program-staff}. */
    Role role() {
        String word = need("--role", "ROLE");
        String wanted = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (Role role : Role.values()) {
            if (role.name().equals(wanted)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "Unknown role: "
                        + word
                        + ". Use coordinator, program-staff, administrator or auditor.");
    }

    /** Does it in the only institution, else the demo one. */
    static <T> T act(Deed<T> deed) throws SQLException {
        try (Connection c = RunningDatabase.open()) {
            c.setAutoCommit(false);
            T done =
                    deed.of(
                            c,
                            new Caller(
                                    null,
                                    tenant(c),
                                    null,
                                    null,
                                    null,
                                    "Operator at the console",
                                    null));
            c.commit();
            return done;
        }
    }

    /** Runs a command's whole work and tells the person at the keyboard what was wrong. */
    static int run(PrintStream out, PrintStream err, Work work) {
        try {
            out.println(work.line());
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("portal: " + e.getMessage());
            return MISUSED;
        } catch (SQLException e) {
            err.println("portal: " + e.getMessage());
            return FAILED;
        }
    }

    /** From the options to the last line that is printed, mostly a secret. */
    @FunctionalInterface
    interface Work {
        String line() throws SQLException;
    }

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
