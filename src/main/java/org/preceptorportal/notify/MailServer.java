package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
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
     * @throws MessagingException when the server does not take it
     */
    void deliver(long id, String recipient, String subject, String body) throws MessagingException {
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
        message.setText(body, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(message);
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
