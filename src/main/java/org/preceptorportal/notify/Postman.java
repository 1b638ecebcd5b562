package org.preceptorportal.notify;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Empties the outbox every few seconds, on every node; each mail has its own transaction. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class Postman {
    /** Then others get their turn: a timer shall not run for minutes. */
    private static final int MOST_PER_ROUND = 100;

    @Inject MailServer server;
    @Inject Delivery delivery;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void round() {
        for (int i = 0; i < MOST_PER_ROUND && server.isConfigured() && delivery.sendNext(); i++) {
            // sendNext does the work
        }
    }
}
