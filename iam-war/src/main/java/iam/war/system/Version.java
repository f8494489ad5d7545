package iam.war.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What was built.
 *
 * @param version the version of the build
 * @param commitId the commit, or {@code unknown}
 * @param commitOffset commits since the version; always 0, since every build has a version of its own
 */
public record Version(String version, String commitId, int commitOffset) {
    /** This server. */
    static final Version CURRENT = read();

    private static Version read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(properties.getProperty("version"), properties.getProperty("commit"), 0);
    }
}
