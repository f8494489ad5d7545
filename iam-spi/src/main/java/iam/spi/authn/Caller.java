package iam.spi.authn;

import java.util.Objects;

/**
 * Who makes a call (contract: auth.md section 2 and 3.1). Names carry no authority; the flags do.
 *
 * @param kind what kind of caller
 * @param organization the organization he belongs to; empty for nobody
 * @param name the name of the user or application; empty for nobody
 * @param administrator whether he administers his organization
 * @param global whether he administers everything: users and applications of {@code built-in}
 * @param tokenId the name of the token row he presented; empty for other credentials
 * @param sessionId the id of the browser session; empty for other credentials
 */
public record Caller(Kind kind, String organization, String name, boolean administrator, boolean global, String tokenId, String sessionId) {
    /** Nobody. */
    public static final Caller ANONYMOUS = new Caller(Kind.ANONYMOUS, "", "", false, false, "", "");

    /** Makes a caller; nothing may be null. */
    public Caller {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(tokenId, "tokenId");
        Objects.requireNonNull(sessionId, "sessionId");
    }

    /** Kinds of callers. */
    public enum Kind {
        /** Nobody. */
        ANONYMOUS,
        /** A user. */
        USER,
        /** An application, with the authority of an administrator of its organization. */
        APPLICATION,
        /** An application that registered itself: no authority beyond OAuth. */
        DYNAMIC_CLIENT,
        /** A key of an organization: its administrator, but no user. */
        ORGANIZATION,
        /** A key that opens the metrics and nothing else. */
        MONITOR
    }

    /**
     * The id as written in answers and records.
     *
     * @return {@code ORG/USER}, {@code app/APP}, {@code app-dcr/APP}; empty for nobody
     */
    public String id() {
        return switch (kind) {
            case ANONYMOUS -> "";
            case APPLICATION -> "app/" + name;
            case DYNAMIC_CLIENT -> "app-dcr/" + name;
            default -> organization + "/" + name;
        };
    }

    /**
     * Whether this is a user.
     *
     * @return false for applications and nobody
     */
    public boolean user() {
        return kind == Kind.USER;
    }

    /**
     * Whether this is the named user.
     *
     * @param owner his organization
     * @param userName his name
     * @return true for that user himself
     */
    public boolean is(String owner, String userName) {
        return user() && organization.equals(owner) && name.equals(userName);
    }

    /**
     * Whether he administers an organization.
     *
     * @param owner the organization; empty for none
     * @return true for global administrators, and for administrators inside their own organization
     */
    public boolean administers(String owner) {
        return global || administrator && !owner.isEmpty() && organization.equals(owner);
    }
}
