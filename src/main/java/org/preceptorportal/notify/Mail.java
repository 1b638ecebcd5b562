package org.preceptorportal.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as the outbox page shows it.
 *
 * @param sentAt null while it waits
 * @param nextAttemptAt null when it is sent, or given up
 * @param lastError why the last try failed, without addresses; may be null
 * @param body plain text; null when it is not for reading (NO-5)
 */
public record Mail(
        long id,
        String recipient,
        String subject,
        String body,
        Instant createdAt,
        Instant sentAt,
        Instant nextAttemptAt,
        int attempts,
        String lastError) {
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** Where a mail stands. */
    public enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    /**
     * A stretch of the text.
     *
     * @param link true when it is an address to follow
     */
    public record Piece(String text, boolean link) {}

    public State state() {
        if (sentAt != null) {
            return State.SENT;
        }
        return nextAttemptAt == null ? State.GIVEN_UP : State.WAITING;
    }

    /**
     * Whether it was written to leave later, for instance when programs may be written to again.
     */
    public boolean held() {
        return state() == State.WAITING
                && attempts == 0
                && nextAttemptAt.isAfter(createdAt.plus(A_MOMENT));
    }

    /** The text, cut where its links begin and end; empty when it is not for reading. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        if (body == null) {
            return pieces;
        }
        int done = 0;
        Matcher links = ADDRESS.matcher(body);
        while (links.find()) {
            pieces.add(new Piece(body.substring(done, links.start()), false));
            pieces.add(new Piece(links.group(), true));
            done = links.end();
        }
        pieces.add(new Piece(body.substring(done), false));
        return pieces;
    }
}
