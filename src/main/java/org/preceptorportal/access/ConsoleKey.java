package org.preceptorportal.access;

import java.sql.SQLException;
import java.time.Clock;
import org.preceptorportal.shell.Role;

/**
 * An API key for one command at the console, beside the running portal; it opens nothing any more
 * when the command ends, also by Ctrl-C.
 */
public final class ConsoleKey implements AutoCloseable {
    private final ApiKeys.Made made;
    private final Thread atExit = new Thread(this::revoke);
    private boolean revoked;

    private ConsoleKey(ApiKeys.Made made) {
        this.made = made;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * @throws SQLException with a sentence for the person at the keyboard, if no database answers
     * @throws IllegalArgumentException with a sentence, if it is not clear for which institution
     */
    public static ConsoleKey open(Role role) throws SQLException {
        return new ConsoleKey(
                ConsoleCommand.act(
                        (c, operator) ->
                                ApiKeys.issueForCommand(
                                        c, Clock.systemUTC().instant(), operator, role)));
    }

    /** For the header {@code Authorization: Bearer}. */
    public String text() {
        return made.key().text();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        revoke();
    }

    private synchronized void revoke() {
        if (revoked) {
            return;
        }
        revoked = true;
        try {
            ConsoleCommand.act(
                    (c, operator) -> {
                        ApiKeys.revoke(c, Clock.systemUTC().instant(), operator, made.id());
                        return made.id();
                    });
        } catch (SQLException e) {
            System.err.println(
                    "portal: key %d could not be revoked: %s. ./portal api-key --revoke %d"
                            .formatted(made.id(), e.getMessage(), made.id()));
        }
    }
}
