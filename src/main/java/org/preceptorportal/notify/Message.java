package org.preceptorportal.notify;

import java.util.Objects;
import java.util.Optional;

/**
 * What a mail says.
 *
 * @param subject without letter content, token, code or waiver (NO-3)
 * @param text plain text; the grammar of {@link MailFrame} makes links and cards of it
 * @param html the same words, set for reading
 * @param calendar a file to attach
 */
public record Message(String subject, String text, String html, Optional<CalendarFile> calendar) {
    public Message {
        Objects.requireNonNull(subject, "a mail has a subject");
        Objects.requireNonNull(text, "a mail has a text");
        Objects.requireNonNull(html, "a mail is set in HTML too");
        Objects.requireNonNull(calendar, "empty when there is none");
    }

    /** The text, and the same text set in HTML. */
    static Message of(String subject, String text, String open, Optional<CalendarFile> calendar) {
        return new Message(subject, text, MailFrame.html(subject, text, open), calendar);
    }
}
