package iam.providers.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import iam.spi.config.Config;
import iam.spi.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Where connections come from: the container's data source, or a pool of our own over MariaDB or the embedded H2. Nothing is connected until it is needed. */
final class Pool implements AutoCloseable {
    /**
     * Emulates MariaDB's dialect, keeps texts in their rows, leaves commits to {@link Journal}, updates like {@link EmbeddedTables}, and is closed by us: its exit
     * hook runs too late in a container.
     */
    static final String EMBEDDED = ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
            + ";QUERY_CACHE_SIZE=256;CACHE_SIZE=4096;OPTIMIZE_REUSE_RESULTS=FALSE;MAX_LENGTH_INPLACE_LOB=1000000"
            + ";WRITE_DELAY=3000;RETENTION_TIME=5000;AUTO_COMPACT_FILL_RATE=50" + EmbeddedTables.SETTING;
    private static final long CONNECT_MILLIS = 3000;

    private final Config config;
    private final String url;
    private DataSource source;

    Pool(Config config, Path directory) {
        this.config = config;
        this.url = config.text("url").isEmpty() ? "jdbc:h2:file:" + directory.toAbsolutePath().resolve("iam") + EMBEDDED : config.text("url");
    }

    synchronized DataSource source() {
        if (source == null) {
            source = config.text("jndi").isEmpty() ? own() : container(config.text("jndi"));
        }
        return source;
    }

    /** Replaces all connections: when one was found dead, the others most likely are. */
    void renew() {
        if (source() instanceof HikariDataSource own) {
            own.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** For operators: without user, password and options. */
    String address() {
        return config.text("jndi").isEmpty() ? url.replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//") : config.text("jndi");
    }

    private DataSource own() {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("iam");
        settings.setJdbcUrl(url);
        settings.setUsername(config.text("user"));
        settings.setPassword(config.text("password"));
        settings.setMaximumPoolSize(config.integer("pool-size"));
        settings.setConnectionTimeout(CONNECT_MILLIS);
        settings.setInitializationFailTimeout(-1);
        // READ COMMITTED takes no locks on gaps, which would let inserts of unrelated rows deadlock
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (url.startsWith("jdbc:h2:")) {
            settings.setDriverClassName("org.h2.Driver");
        } else if (url.startsWith("jdbc:mariadb:")) {
            mariadb(settings);
        }
        return new HikariDataSource(settings);
    }

    private static void mariadb(HikariConfig settings) {
        settings.setDriverClassName("org.mariadb.jdbc.Driver");
        settings.addDataSourceProperty("useServerPrepStmts", "true");
        settings.addDataSourceProperty("cachePrepStmts", "true");
        settings.addDataSourceProperty("prepStmtCacheSize", "500");
        settings.addDataSourceProperty("connectTimeout", Long.toString(CONNECT_MILLIS));
        // text that does not fit is an error, never cut off
        settings.setConnectionInitSql("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'");
    }

    private static DataSource container(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new StoreUnavailableException("there is no data source " + name, e);
        }
    }

    @Override
    public synchronized void close() {
        if (source instanceof HikariDataSource own) {
            own.close();
            deregister();
        }
    }

    /** The list of drivers belongs to the JVM: a driver that stays there keeps a stopped web application in memory. */
    private static void deregister() {
        ClassLoader ours = Pool.class.getClassLoader();
        List<Driver> drivers = DriverManager.drivers().filter(driver -> driver.getClass().getClassLoader() == ours).toList();
        if (ours != ClassLoader.getSystemClassLoader()) {
            for (Driver driver : drivers) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException e) {
                    throw new IllegalStateException("the JVM does not let a driver go", e);
                }
            }
        }
    }
}
