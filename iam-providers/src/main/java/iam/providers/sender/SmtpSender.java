package iam.providers.sender;

import iam.spi.sender.MessageSender;
import iam.spi.sender.OutgoingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Map;
import java.util.Properties;

/** Sends mail through the SMTP server that the settings of the mail service name: host, port, sender ({@code clientId}) and password ({@code clientSecret}). */
final class SmtpSender implements MessageSender {
    private static final String TIMEOUT = "10000";

    @Override
    public void send(OutgoingMessage outgoing) throws MessagingException {
        if (outgoing.channel() != OutgoingMessage.Channel.EMAIL) {
            throw new MessagingException("SMTP takes mail only");
        }
        Map<String, String> settings = outgoing.settings();
        Session session = Session.getInstance(properties(settings));
        String user = settings.getOrDefault("clientId", "");
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(user));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(outgoing.to(), true));
        message.setSubject(outgoing.subject(), "UTF-8");
        message.setText(outgoing.text(), "UTF-8");
        message.setSentDate(new Date());
        String password = settings.getOrDefault("clientSecret", "");
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(password.isEmpty() ? null : user, password.isEmpty() ? null : password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static Properties properties(Map<String, String> settings) {
        boolean plain = settings.getOrDefault("disableSsl", "false").equals("true");
        String port = settings.getOrDefault("port", "0");
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.getOrDefault("host", ""));
        properties.setProperty("mail.smtp.port", port.equals("0") ? plain ? "25" : "587" : port);
        properties.setProperty("mail.smtp.auth", String.valueOf(!settings.getOrDefault("clientSecret", "").isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(!plain));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(!plain && !port.equals("465")));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(!plain && port.equals("465")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + name, TIMEOUT);
        }
        return properties;
    }
}
