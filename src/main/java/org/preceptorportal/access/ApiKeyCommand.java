package org.preceptorportal.access;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.preceptorportal.shell.Role;

/**
 * {@code ./portal api-key --role ROLE --email ADDRESS}: prints a new key of that account as the
 * last line; {@code ./portal api-key --revoke NUMBER}: ends one.
 */
public final class ApiKeyCommand {
    private ApiKeyCommand() {}

    public static void main(String... args) {
        System.exit(run(System.out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return ConsoleCommand.run(
                out,
                err,
                () -> {
                    ConsoleCommand command =
                            new ConsoleCommand(
                                    "api-key", List.of("--role", "--email", "--revoke"), args);
                    return command.get("--revoke") == null ? issue(command, err) : revoke(command);
                });
    }

    private static String issue(ConsoleCommand command, PrintStream err) throws SQLException {
        Role role = command.role();
        String owner = command.need("--email", "ADDRESS");
        Instant now = Clock.systemUTC().instant();
        ApiKeys.Made made =
                ConsoleCommand.act((c, operator) -> ApiKeys.issue(c, now, operator, role, owner));
        err.println(
                "A new key for %s, number %d, good until %s. It is shown only now; keep it safe."
                        .formatted(
                                role,
                                made.id(),
                                now.plus(ApiKeys.LIFE).atOffset(ZoneOffset.UTC).toLocalDate()));
        return made.key().text();
    }

    private static String revoke(ConsoleCommand command) throws SQLException {
        String number = command.get("--revoke");
        if (!number.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "--revoke takes the number of a key, as the audit trail shows it.");
        }
        if (command.get("--role") != null || command.get("--email") != null) {
            throw new IllegalArgumentException("--revoke stands alone.");
        }
        long id = Long.parseLong(number);
        ConsoleCommand.act(
                (c, operator) -> {
                    ApiKeys.revoke(c, Clock.systemUTC().instant(), operator, id);
                    return id;
                });
        return "Key " + id + " opens nothing any more.";
    }
}
