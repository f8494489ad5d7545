package iam.providers.jpa;

import iam.api.Catalogue;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.User;
import iam.spi.config.Config;
import iam.spi.store.EntityStore;
import iam.spi.store.StoreContext;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What the other class loader runs: stores a user, reads it, closes the store. */
public final class WebappTrial implements Callable<String> {
    private final Path directory;

    /** Made by reflection. */
    public WebappTrial(Path directory) {
        this.directory = directory;
    }

    @Override
    public String call() {
        User found;
        try (EntityStore store = new JpaStoreFactory().create(new Config(Map.of("pool-size", "2")), new StoreContext(Catalogue.standard(), directory))) {
            User user = new User();
            user.owner = "org";
            user.name = "a";
            user.groups = List.of("g");
            store.insert(user);
            found = store.find(EntityType.of(User.class), EntityKey.of("org", "a")).orElseThrow();
        }
        long left = DriverManager.drivers().filter(driver -> driver.getClass().getClassLoader() == WebappTrial.class.getClassLoader()).count();
        return found.id() + " with " + found.groups.size() + " group, " + left + " drivers left";
    }
}
