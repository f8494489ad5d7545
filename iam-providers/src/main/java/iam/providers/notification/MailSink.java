package iam.providers.notification;

import iam.spi.notification.Notification;
import iam.spi.notification.NotificationSink;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Properties;

/** Mails a few words about each notification to an address of the operator's; session ids and token hashes stay out of the mail. */
final class MailSink implements NotificationSink {
    private final Session session;
    private final String from;
    private final String to;
    private final String user;
    private final String password;

    MailSink(Properties properties, String from, String to, String user, String password) {
        this.session = Session.getInstance(properties);
        this.from = from;
        this.to = to;
        this.user = user;
        this.password = password;
    }

    @Override
    public void deliver(Notification notification) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from));
        message.setRecipients(MimeMessage.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(notification.event() + ": " + notification.organization() + "/" + notification.user(), "UTF-8");
        message.setText(text(notification), "UTF-8");
        message.setSentDate(new Date());
        message.setHeader("X-Notification-Id", notification.id());
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(user.isEmpty() ? null : user, password.isEmpty() ? null : password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static String text(Notification notification) {
        return String.join("\r\n", "Event: " + notification.event(), "User: " + notification.organization() + "/" + notification.user(),
                "Sessions ended: " + notification.sessionIds().size(), "Access tokens ended: " + notification.accessTokenHashes().size(), "Id: " + notification.id(), "");
    }
}
