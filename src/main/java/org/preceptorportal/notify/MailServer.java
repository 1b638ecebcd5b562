package org.preceptorportal.notify;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configured SMTP server: {@code portal.smtp.host} and its companions. */
@ApplicationScoped
public class MailServer {
    private static final String PATIENCE = "15000";
    private static final String CALENDAR = "text/calendar; charset=UTF-8; method=PUBLISH";
    private static final String CALENDAR_FILE = "evaluations.ics";

    @Inject
    @ConfigProperty(name = "portal.smtp.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "portal.smtp.port", defaultValue = "587")
    int port;

    @Inject
    @ConfigProperty(name = "portal.smtp.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "portal.smtp.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "portal.smtp.from")
    Optional<String> from;

    @Inject
    @ConfigProperty(name = "portal.smtp.starttls", defaultValue = "true")
    boolean startTls;

    @Inject Clock clock;

    boolean isConfigured() {
        return host.isPresent();
    }

    /**
     * Hands one mail to the server.
     *
     * @param id the mail's id: the same mail has the same Message-ID at every try, so that a
     *     mailbox can drop a double
     * @param html the same words for readers that show it; null for none
     * @param calendar an iCalendar file to attach; null for none
     * @throws MessagingException when the server does not take it
     */
    void deliver(
            long id, String recipient, String subject, String text, String html, String calendar)
            throws MessagingException {
        InternetAddress sender =
                new InternetAddress(from.orElseGet(() -> "portal@" + host.orElseThrow()));
        String domain = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
        MimeMessage message =
                new MimeMessage(session()) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", "<portal." + id + "@" + domain + ">");
                    }
                };
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        fill(message, text, html, calendar);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(message);
    }

    /** Text and HTML are alternatives, the plainer first; the file stands beside them. */
    static void fill(MimePart message, String text, String html, String calendar)
            throws MessagingException {
        if (calendar == null) {
            words(message, text, html);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart words = new MimeBodyPart();
        words(words, text, html);
        mixed.addBodyPart(words);
        MimeBodyPart file = new MimeBodyPart();
        // Without a handler of the server's for text/calendar: the bytes as they are.
        file.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                calendar.getBytes(StandardCharsets.UTF_8), CALENDAR)));
        file.setFileName(CALENDAR_FILE);
        file.setDisposition(Part.ATTACHMENT);
        mixed.addBodyPart(file);
        message.setContent(mixed);
    }

    private static void words(MimePart part, String text, String html) throws MessagingException {
        if (html == null) {
            part.setText(text, StandardCharsets.UTF_8.name());
            return;
        }
        MimeMultipart alternatives = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, StandardCharsets.UTF_8.name());
        alternatives.addBodyPart(plain);
        MimeBodyPart set = new MimeBodyPart();
        set.setText(html, StandardCharsets.UTF_8.name(), "html");
        alternatives.addBodyPart(set);
        part.setContent(alternatives);
    }

    private Session session() {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", host.orElseThrow());
        settings.put("mail.smtp.port", Integer.toString(port));
        settings.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        settings.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.connectiontimeout", PATIENCE);
        settings.put("mail.smtp.timeout", PATIENCE);
        settings.put("mail.smtp.writetimeout", PATIENCE);
        if (user.isEmpty()) {
            return Session.getInstance(settings);
        }
        settings.put("mail.smtp.auth", "true");
        return Session.getInstance(
                settings,
                new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(user.get(), password.orElse(""));
                    }
                });
    }
}
