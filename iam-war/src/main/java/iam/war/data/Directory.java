package iam.war.data;

import static iam.spi.store.Condition.equal;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.Application;
import iam.api.entity.Cert;
import iam.api.entity.Organization;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The look-ups that many parts of the server share. An empty text finds nothing. */
@Component
public final class Directory {
    /** Organization whose users and applications are global. */
    public static final String BUILT_IN = "built-in";
    /** Owner of applications, certificates, organizations and tokens. */
    public static final String ADMIN = "admin";

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Between the name or client id of a shared application and the organization that it acts for. */
    private static final String SHARED = "-org-";
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Organization> ORGANIZATION = EntityType.of(Organization.class);
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);
    private static final EntityType<Cert> CERT = EntityType.of(Cert.class);
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final EntityStore store;

    @Inject
    Directory(EntityStore store) {
        this.store = store;
    }

    /** A row by its key. */
    public <E extends Entity> Optional<E> find(EntityType<E> type, String... key) {
        EntityKey wanted = EntityKey.of(key);
        return wanted.incomplete() ? Optional.empty() : store.find(type, wanted);
    }

    /** The row that fulfils the conditions, any of them when there are several. */
    public <E extends Entity> Optional<E> first(EntityType<E> type, Condition... conditions) {
        return store.list(type, Query.where(conditions).window(0, 1)).stream().findFirst();
    }

    /** A user by name, forbidden and deleted ones included. */
    public Optional<User> user(String organization, String name) {
        return find(USER, organization, name);
    }

    /** A user of an organization by one of his other attributes. */
    public Optional<User> userBy(String organization, String field, String value) {
        return value.isEmpty() || organization.isEmpty() ? Optional.empty() : first(USER, equal("owner", organization), equal(field, value));
    }

    /**
     * A user by what he types at sign-in: name, e-mail address (in any case), phone number or id (contract: oauth.md section 1.1).
     */
    public Optional<User> userByLogin(String organization, String login) {
        Optional<User> user = user(organization, login);
        if (user.isEmpty() && login.indexOf('@') >= 0) {
            user = userBy(organization, "email", login).or(() -> userBy(organization, "email", login.toLowerCase(Locale.ROOT)));
        }
        if (user.isEmpty() && login.chars().anyMatch(Character::isDigit)) {
            user = UUID.matcher(login).matches() ? userBy(organization, "id", login) : userBy(organization, "phone", Phones.national(login)).or(() -> userBy(organization, "id", login));
        }
        return user;
    }

    /** An organization by name. */
    public Optional<Organization> organization(String name) {
        return find(ORGANIZATION, ADMIN, name);
    }

    /**
     * An application by name. The name of a shared one may end in {@code -org-ORG}; then it acts for that organization (contract: oauth.md section 2.9), also when
     * somebody else has given his own application this name.
     */
    public Optional<Application> application(String name) {
        return shared(name, base -> find(APPLICATION, ADMIN, base)).or(() -> find(APPLICATION, ADMIN, name));
    }

    /** An application by client id, which may end in {@code -org-ORG} like a name. */
    public Optional<Application> applicationByClientId(String clientId) {
        return shared(clientId, this::byClientId).or(() -> byClientId(clientId));
    }

    private Optional<Application> byClientId(String clientId) {
        return clientId.isEmpty() ? Optional.empty() : first(APPLICATION, equal("clientId", clientId));
    }

    private Optional<Application> shared(String name, java.util.function.Function<String, Optional<Application>> find) {
        int at = name.lastIndexOf(SHARED);
        if (at <= 0) {
            return Optional.empty();
        }
        String organization = name.substring(at + SHARED.length());
        return find.apply(name.substring(0, at)).filter(application -> application.isShared && organization(organization).isPresent())
                .map(application -> actingFor(application, organization));
    }

    private static Application actingFor(Application application, String organization) {
        application.organization = organization;
        application.clientId += SHARED + organization;
        return application;
    }

    /** Whether an application is a shared one that acts for one organization. */
    public static boolean actsForOne(Application application) {
        return application.isShared && application.clientId.endsWith(SHARED + application.organization);
    }

    /** The application that a token was issued by; one that a shared application has got for itself acts for the organization that it was got for. */
    public Optional<Application> application(Token token) {
        return find(APPLICATION, ADMIN, token.application).map(application -> application.isShared && token.grantType.equals(Token.CLIENT_CREDENTIALS)
                && !token.organization.equals(application.organization) ? actingFor(application, token.organization) : application);
    }

    /** A certificate by name, whoever owns it. */
    public Optional<Cert> cert(String name) {
        return name.isEmpty() ? Optional.empty() : first(CERT, equal("name", name));
    }

    /** A token row by the hash of its access token. */
    public Optional<Token> tokenByAccessHash(String hash) {
        return first(TOKEN, equal("accessTokenHash", hash));
    }

    /** A token row by the hash of its refresh token. */
    public Optional<Token> tokenByRefreshHash(String hash) {
        return first(TOKEN, equal("refreshTokenHash", hash));
    }

    /** A token row by its authorization code. */
    public Optional<Token> tokenByCode(String code) {
        return code.isEmpty() ? Optional.empty() : first(TOKEN, equal("code", code));
    }
}
