package iam.providers.jpa;

import static iam.spi.config.ConfigProperty.Type.INTEGER;
import static iam.spi.config.ConfigProperty.Type.TEXT;
import static iam.spi.config.ConfigProperty.optional;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreFactory;
import iam.spi.store.StoreContext;
import java.util.List;

/** Registers the store for MariaDB and the embedded H2. */
public final class JpaStoreFactory implements EntityStoreFactory {
    /** For {@link java.util.ServiceLoader}. */
    public JpaStoreFactory() {
    }

    @Override
    public String id() {
        return "jpa";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(
                optional("url", TEXT, "JDBC URL of the database, such as jdbc:mariadb://host/iam; empty for the embedded one in the data directory", ""),
                optional("user", TEXT, "User of the database", ""),
                optional("password", TEXT, "Password of the database", "").asSecret(),
                optional("pool-size", INTEGER, "How many connections at most", "10"),
                optional("jndi", TEXT, "Name of a data source of the container, outside of JTA, to use in place of the own pool", ""));
    }

    @Override
    public EntityStore create(Config config, StoreContext context) {
        return new JpaStore(new Database(new Pool(config, context.dataDirectory()), new Tables(context.types())));
    }
}
