package iam.spi.sender;

import java.util.Map;

/**
 * A message to one person.
 *
 * @param channel by which way
 * @param to an e-mail address, or a phone number as E.164
 * @param subject empty for SMS
 * @param text plain text; it may hold a code, so it is never logged
 * @param settings the settings of the organization's mail or SMS service as the administrator entered them ({@code host}, {@code port}, {@code clientId},
 *     {@code clientSecret}, ...), secrets in clear; empty when there is none
 */
public record OutgoingMessage(Channel channel, String to, String subject, String text, Map<String, String> settings) {
    /** Ways to reach a person. */
    public enum Channel {
        /** Electronic mail. */
        EMAIL,
        /** Short message service. */
        SMS
    }
}
