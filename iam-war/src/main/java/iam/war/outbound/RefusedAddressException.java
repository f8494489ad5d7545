package iam.war.outbound;

import java.io.IOException;

/** The server does not call such an address. */
public final class RefusedAddressException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedAddressException(String message) {
        super(message);
    }
}
