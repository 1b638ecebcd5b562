package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.preceptorportal.shell.Tick;

/** Empties the outbox every few seconds, on every node; each mail has its own transaction. */
@ApplicationScoped
public class Postman implements Tick {
    /** Then others get their turn: a tick shall not last for minutes. */
    private static final int MOST_PER_ROUND = 100;

    @Inject MailServer server;
    @Inject Delivery delivery;

    @Override
    public Duration first() {
        return every();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void tick() {
        for (int i = 0; i < MOST_PER_ROUND && server.isConfigured() && delivery.sendNext(); i++) {
            // sendNext does the work
        }
    }
}
