package org.preceptorportal.house;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server that keeps what it gets. */
public final class Mailbox implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /**
     * One mail as it came.
     *
     * @param body its plain text
     * @param html the same in HTML; empty for none
     * @param calendar the calendar file beside it; empty for none
     * @param id its Message-ID
     */
    public record Mail(
            String recipient,
            String subject,
            String body,
            String html,
            String calendar,
            String id,
            Instant at) {
        /** The first address in it that has this part. */
        public String link(String part) {
            Matcher link = LINK.matcher(body);
            while (link.find()) {
                if (link.group().contains(part)) {
                    return link.group();
                }
            }
            throw new AssertionError("no link with " + part + " in the mail: " + body);
        }

        /** The first text in it that fits. */
        public String find(String regex) {
            Matcher found = Pattern.compile(regex).matcher(body);
            if (!found.find()) {
                throw new AssertionError("nothing like " + regex + " in the mail: " + body);
            }
            return found.group();
        }
    }

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    public Mailbox() {
        server =
                SMTPServer.port(RunningPortal.freePort())
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandler((context, from, to, data) -> mails.add(read(to, data)))
                        .build();
        server.start();
    }

    public int port() {
        return server.getPort();
    }

    /** All mails so far. */
    public List<Mail> all() {
        return List.copyOf(mails);
    }

    public List<Mail> to(String recipient) {
        return mails.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
    }

    /** Waits for a mail that came after a moment; the newest of several. */
    public Mail await(String recipient, Instant after, Predicate<Mail> which) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            Optional<Mail> found =
                    to(recipient).stream()
                            .filter(mail -> mail.at().isAfter(after))
                            .filter(which)
                            .reduce((older, newer) -> newer);
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new AssertionError(
                "no such mail to "
                        + recipient
                        + "; there are "
                        + mails.stream().map(m -> m.recipient() + ": " + m.subject()).toList());
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Mail read(String recipient, byte[] data) {
        try {
            MimeMessage message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            return new Mail(
                    recipient,
                    message.getSubject(),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    part(message, "text/calendar"),
                    message.getMessageID(),
                    Instant.now());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first part of this type, however deep; empty for none. */
    private static String part(Part mail, String type) throws MessagingException, IOException {
        if (mail.isMimeType(type)) {
            return new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        if (mail.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
