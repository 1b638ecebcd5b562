package org.preceptorportal.access;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.preceptorportal.shell.Role;

/** {@code ./portal api-key --role ROLE [--program CODE]}: prints a new key as the last line. */
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
                            new ConsoleCommand("api-key", List.of("--role", "--program"), args);
                    Role role = command.role();
                    Secret key =
                            ConsoleCommand.act(
                                    (c, operator) ->
                                            ApiKeys.issue(
                                                    c,
                                                    Clock.systemUTC().instant(),
                                                    operator,
                                                    role,
                                                    command.get("--program")));
                    err.println("A new key for " + role + ". It is shown only now; keep it safe.");
                    return key;
                });
    }
}
