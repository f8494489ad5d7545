package iam.war.access;

import iam.api.Catalogue;
import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.FieldKind;
import iam.api.entity.AccessKey;
import iam.api.entity.Application;
import iam.api.entity.AuditRecord;
import iam.api.entity.Organization;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.crypto.Digests;
import iam.war.data.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two organizations with all kinds of callers, and in each one object of every type whose texts are marked: {@code mark-ORG} in those that the organization may
 * read, {@code hush-ORG} in those that are secret.
 */
final class World {
    static final List<String> ORGANIZATIONS = List.of("home", "away");

    private final EntityStore store;
    private final List<Entity> rows = new ArrayList<>();
    private final Map<String, Entity> objects = new HashMap<>();

    World(EntityStore store) {
        this.store = store;
        for (EntityType<?> type : Catalogue.standard()) {
            store.list(type, Query.where()).forEach(rows::add);
        }
        ORGANIZATIONS.forEach(this::organization);
        token("root", "built-in", "admin", "app-built-in", false);
        restore();
    }

    /** Puts everything back as it was in the beginning. */
    void restore() {
        Catalogue.standard().forEach(type -> store.delete(type, Query.where()));
        rows.forEach(row -> store.insert(row));
    }

    /** The object of a type in an organization. */
    Entity object(EntityType<?> type, String organization) {
        return objects.get(organization + " " + type);
    }

    private void organization(String name) {
        Organization organization = new Organization();
        organization.owner = "admin";
        organization.name = name;
        organization.passwordType = "plain";
        organization.masterPassword = "hush-" + name;
        organization.defaultPassword = "hush-" + name;
        rows.add(organization);
        objects.put(name + " " + organization.type(), organization);
        application("app-" + name, name, null);
        application("dcr-" + name, name, List.of("dcr"));
        for (String user : List.of("member", "boss", "forbidden", "deleted")) {
            user(name, user);
            token(user + "-" + name, name, user, "app-" + name, false);
        }
        token("app-" + name, name, "", "app-" + name, true);
        token("dcr-" + name, name, "", "dcr-" + name, true);
        key(name);
        Catalogue.standard().stream().filter(type -> type.javaType() != Organization.class).forEach(type -> object(name, type));
    }

    private void application(String name, String organization, List<String> tags) {
        Application application = new Application();
        application.owner = "admin";
        application.name = name;
        application.organization = organization;
        application.clientId = "id-" + name;
        application.clientSecret = "hush-" + organization;
        application.cert = "cert-built-in";
        application.tags = tags;
        rows.add(application);
    }

    private void user(String organization, String name) {
        User user = new User();
        user.owner = organization;
        user.name = name;
        user.password = "hush-" + organization;
        user.passwordType = "plain";
        user.isAdmin = name.equals("boss");
        user.isForbidden = name.equals("forbidden");
        user.isDeleted = name.equals("deleted");
        user.signupApplication = "app-" + organization;
        rows.add(user);
    }

    private void token(String text, String organization, String user, String application, boolean own) {
        Token token = new Token();
        token.owner = "admin";
        token.name = "token-" + text;
        token.organization = organization;
        token.user = user;
        token.application = application;
        token.grantType = own ? "client_credentials" : "password";
        token.tokenType = "Bearer";
        token.accessTokenHash = Digests.sha256Hex(text);
        token.createdTime = Times.now();
        token.expiresIn = 360_000;
        rows.add(token);
    }

    private void key(String organization) {
        AccessKey key = new AccessKey();
        key.owner = organization;
        key.name = "orgkey";
        key.organization = organization;
        key.type = "Organization";
        key.state = "Active";
        key.accessKey = "key-" + organization;
        key.accessSecret = "hush-" + organization;
        rows.add(key);
    }

    private <E extends Entity> void object(String organization, EntityType<E> type) {
        E object = type.create();
        for (EntityField field : type.stored()) {
            if (field.kind() == FieldKind.TEXT) {
                field.set(object, text(organization, field));
            }
        }
        type.find("owner").ifPresent(owner -> owner.set(object, type.scope().name().equals("owner") ? organization : "admin"));
        type.scope().set(object, organization);
        if (object instanceof AuditRecord record) {
            record.id = organization.hashCode() & 0xFFFF;
        }
        rows.add(object);
        objects.put(organization + " " + type, object);
    }

    private static String text(String organization, EntityField field) {
        return switch (field.name()) {
            case "id", "name", "user" -> "obj-" + organization;
            case "organization" -> organization;
            case "application", "signupApplication" -> "app-" + organization;
            default -> (field.secret() ? "hush-" : "mark-") + organization + (field.length() == 0 || field.length() > 60 ? "-" + field.name() : "");
        };
    }
}
