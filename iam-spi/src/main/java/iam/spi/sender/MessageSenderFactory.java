package iam.spi.sender;

import iam.spi.ProviderFactory;

/**
 * Registers a {@link MessageSender}. Its id is the {@code type} of the mail or SMS service in an application's providers, in lower case and with hyphens for
 * blanks; {@code log} is used where an application has none.
 */
public interface MessageSenderFactory extends ProviderFactory<MessageSender, Void> {
    @Override
    default String kind() {
        return "sender";
    }
}
