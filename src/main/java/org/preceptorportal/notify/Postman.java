package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.preceptorportal.shell.Tick;

/** Words news and empties the outbox every few seconds, on every node, each in a transaction. */
@ApplicationScoped
public class Postman implements Tick {
    /** Then others get their turn: a tick shall not last for minutes. */
    private static final int MOST_PER_ROUND = 100;

    private static final Logger LOG = System.getLogger(Postman.class.getName());

    @Inject MailServer server;
    @Inject LetterNews news;
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
        news.untold(MOST_PER_ROUND).forEach(this::tell);
        for (int i = 0; i < MOST_PER_ROUND && server.isConfigured() && delivery.sendNext(); i++) {
            // sendNext does the work
        }
    }

    /** One that cannot be told waits, and keeps nobody else's from being told. */
    private void tell(long signedLetterId) {
        try {
            news.tell(signedLetterId);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "Nobody can be told of signed letter {0} for the moment: {1}",
                    Long.toString(signedLetterId),
                    Retry.words(e));
            news.putOff(signedLetterId);
        }
    }
}
