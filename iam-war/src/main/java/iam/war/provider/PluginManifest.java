package iam.war.provider;

import iam.spi.SpiVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a plugin says of itself in its manifest.
 *
 * @param id its id
 * @param version its own version
 * @param required whether the server must not run without it
 * @param replaces the default providers it takes the place of, as {@code kind/id}
 */
record PluginManifest(String id, String version, boolean required, Set<String> replaces) {
    private static final String ID = "Iam-Plugin-Id";
    private static final Pattern GOOD_ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    /** Whether attributes are those of a plugin. */
    static boolean present(Attributes attributes) {
        return attributes.getValue(ID) != null;
    }

    /** Whether a plugin is required, looked up before anything else so that its bad manifest counts too. */
    static boolean required(Attributes attributes) {
        return "true".equals(text(attributes, "Iam-Plugin-Required"));
    }

    /**
     * Reads and checks the attributes.
     *
     * @throws IllegalArgumentException when something is missing or wrong, or this server is not in the plugin's range
     */
    static PluginManifest read(Attributes attributes) {
        String id = text(attributes, ID);
        if (!GOOD_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(ID + " must be lower case letters, digits, hyphens and dots, not '" + id + "'");
        }
        String required = text(attributes, "Iam-Plugin-Required");
        if (!List.of("", "true", "false").contains(required)) {
            throw new IllegalArgumentException("Iam-Plugin-Required must be true or false, not '" + required + "'");
        }
        checkRange(text(attributes, "Iam-Spi"));
        Set<String> replaces = Arrays.stream(text(attributes, "Iam-Replaces").split("[,\\s]+")).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
        return new PluginManifest(id, text(attributes, "Iam-Plugin-Version"), required.equals("true"), replaces);
    }

    private static void checkRange(String range) {
        if (range.isEmpty()) {
            throw new IllegalArgumentException("Iam-Spi is missing from the manifest: the versions of iam-spi it works with, like [1.0,2.0)");
        }
        if (!VersionRange.parse(range).contains(SpiVersion.current())) {
            throw new IllegalArgumentException("it works with iam-spi " + range + ", this server has " + SpiVersion.current());
        }
    }

    private static String text(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value.trim();
    }
}
