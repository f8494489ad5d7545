package iam.war.boot;

import iam.api.Catalogue;
import iam.api.Entity;
import iam.api.EntityType;
import iam.api.entity.Application;
import iam.api.entity.Cert;
import iam.api.entity.Enforcer;
import iam.api.entity.Organization;
import iam.api.entity.Permission;
import iam.api.entity.User;
import iam.api.json.EntityReader;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.authn.Passwords;
import iam.war.crypto.Randoms;
import iam.war.data.Installation;
import iam.war.data.Times;
import iam.war.provider.Providers;
import iam.war.jose.Certificates;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the rows of a fresh installation, once, whichever node comes first: the row that marks the installation decides. */
@Component
final class DefaultData {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultData.class);

    private final EntityStore store;
    private final Passwords passwords;
    private final Providers providers;

    @Inject
    DefaultData(EntityStore store, Passwords passwords, Providers providers) {
        this.store = store;
        this.passwords = passwords;
        this.providers = providers;
    }

    /** Makes the rows unless they were made before. */
    void ensure() {
        if (store.find(Installation.TYPE, Installation.KEY).isPresent()) {
            return;
        }
        Optional<String> adminPassword = providers.setting("iam.admin.password");
        String password = adminPassword.orElseGet(() -> Randoms.base64Url(12));
        List<Entity> rows = prepare(password);
        boolean made = store.inTransaction(() -> {
            if (!store.insert(Installation.now())) {
                return false;
            }
            rows.forEach(store::insert);
            return true;
        });
        if (made && adminPassword.isEmpty()) {
            LOG.warn("the first password of built-in/admin is {} - change it after the first sign-in", password);
        }
    }

    private List<Entity> prepare(String password) {
        Map<String, List<Entity>> read = read();
        Organization organization = (Organization) read.get("organization").get(0);
        List<Entity> rows = new ArrayList<>();
        read.values().forEach(rows::addAll);
        for (Entity row : rows) {
            row.type().find("createdTime").ifPresent(field -> field.set(row, Times.now()));
            if (row instanceof User user) {
                user.id = UUID.randomUUID().toString();
                user.updatedTime = user.createdTime;
                passwords.set(organization, user, password);
            } else if (row instanceof Enforcer enforcer) {
                enforcer.updatedTime = enforcer.createdTime;
            } else if (row instanceof Permission permission) {
                permission.approveTime = permission.createdTime;
            } else if (row instanceof Cert cert) {
                Certificates.generate(cert);
            } else if (row instanceof Application application) {
                application.clientId = Randoms.hex(10);
                application.clientSecret = Randoms.hex(20);
            }
        }
        return rows;
    }

    private static Map<String, List<Entity>> read() {
        Map<String, List<Entity>> rows = new LinkedHashMap<>();
        try (InputStream in = DefaultData.class.getResourceAsStream("defaults.json"); JsonParser parser = JsonProvider.provider().createParser(in)) {
            parser.next();
            while (parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                EntityType<?> type = Catalogue.standard().stream().filter(candidate -> candidate.name().equals(name)).findFirst().orElseThrow();
                rows.put(name, readList(parser, type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<Entity> readList(JsonParser parser, EntityType<?> type) {
        List<Entity> list = new ArrayList<>();
        parser.next();
        while (parser.next() == Event.START_OBJECT) {
            list.add(EntityReader.members(parser, type.javaType()));
        }
        return list;
    }
}
