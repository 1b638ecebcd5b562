package org.preceptorportal.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What becomes of a mail that the server did not take (NO-4). */
final class Retry {
    private static final int TRIES = 12;
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:]+@[^\\s<>,;]+");
    private static final int LONGEST_ERROR = 300;

    private Retry() {}

    /**
     * The pause before the next try: a minute, doubled each time, at most four hours; empty after
     * the twelfth, about a day after the first.
     */
    static Optional<Duration> after(int tries) {
        if (tries >= TRIES) {
            return Optional.empty();
        }
        Duration pause = Duration.ofMinutes(1L << Math.min(tries - 1, 10));
        return Optional.of(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    /** The innermost cause in one line, without addresses. */
    static String words(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
        String words =
                cause.getClass().getSimpleName()
                        + ": "
                        + ADDRESS.matcher(message).replaceAll("(address)");
        return words.length() > LONGEST_ERROR ? words.substring(0, LONGEST_ERROR) : words;
    }
}
