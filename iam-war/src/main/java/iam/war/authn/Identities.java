package iam.war.authn;

import iam.api.entity.User;
import iam.spi.identity.Identity;
import iam.spi.identity.IdentitySource;
import iam.spi.identity.IdentitySourceFactory;
import iam.war.Component;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users whom sources outside of this server know. */
@Component
public final class Identities {
    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);
    private static final String MARK = "identity:";

    private final Map<String, IdentitySource> sources;

    @Inject
    Identities(Providers providers) {
        sources = providers.all(IdentitySourceFactory.class, () -> null);
    }

    /**
     * A user whom a source knows and this server does not.
     *
     * @param externalId what his row says of where he comes from
     * @param identity himself
     */
    public record Found(String externalId, Identity identity) {
    }

    /** Asks the sources in their order for a user who is new, and checks his password. */
    public Optional<Found> find(String organization, String name, String password) {
        for (Map.Entry<String, IdentitySource> source : sources.entrySet()) {
            Optional<Identity> identity = ask(source.getValue(), organization, name, password);
            if (identity.isPresent()) {
                return Optional.of(new Found(MARK + source.getKey(), identity.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether a source judges the passwords of a user. */
    boolean own(User user) {
        return user.externalId.startsWith(MARK);
    }

    /** Whether it is the user's password; never when his source is gone or fails. */
    boolean verify(User user, String password) {
        IdentitySource source = sources.get(user.externalId.substring(MARK.length()));
        return source != null && !password.isEmpty() && ask(source, user.owner, user.name, password).filter(identity -> identity.name().equals(user.name)).isPresent();
    }

    private static Optional<Identity> ask(IdentitySource source, String organization, String name, String password) {
        try {
            return source.authenticate(organization, name, password);
        } catch (Exception e) {
            LOG.warn("an identity source could not be asked for a user of {}: {}", organization, e.getMessage());
            return Optional.empty();
        }
    }
}
