package iam.api.entity;

/** A nested ticket message of the wire format. */
public class TicketMessage {
    /** An empty one. */
    public TicketMessage() {
    }

    /** Author. */
    public String author = "";
    /** Text. */
    public String text = "";
    /** Timestamp. */
    public String timestamp = "";
    /** Is admin. */
    public boolean isAdmin;
}
