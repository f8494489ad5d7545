package iam.war.provider;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.war.config.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads the settings of one provider and checks them against its metadata; everything that is wrong is reported at once. */
final class ProviderConfig {
    /** The settings of the server itself that stand among those of a provider. */
    private static final Set<String> OF_SERVER = Set.of("enabled", "order", "deadline", "concurrency", "types");

    private ProviderConfig() {
    }

    static Config read(Settings settings, String prefix, List<ConfigProperty> properties, UnaryOperator<String> secrets) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> errors = new ArrayList<>();
        Set<String> known = new TreeSet<>(OF_SERVER);
        for (ConfigProperty property : properties) {
            String value = secrets.apply(settings.text(prefix + property.name(), property.defaultValue()));
            check(prefix, property, value, errors);
            values.put(property.name(), value);
            known.add(property.name());
        }
        for (String key : settings.keys(prefix)) {
            String name = key.substring(prefix.length());
            if (!known.contains(name)) {
                errors.add("unknown setting " + key + ", did you mean " + prefix + nearest(name, known) + "?");
            }
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", errors));
        }
        return new Config(values);
    }

    private static void check(String prefix, ConfigProperty property, String value, List<String> errors) {
        String key = prefix + property.name();
        if (value.isEmpty()) {
            if (property.required()) {
                errors.add(key + " must be set");
            }
        } else if (!property.allowed().isEmpty() && !property.allowed().contains(value)) {
            errors.add(key + " must be one of " + property.allowed());
        } else if (!fits(property.type(), value)) {
            errors.add(key + " must be of type " + property.type());
        }
    }

    private static boolean fits(ConfigProperty.Type type, String value) {
        try {
            switch (type) {
                case BOOLEAN:
                    return value.equals("true") || value.equals("false");
                case INTEGER:
                    Integer.parseInt(value);
                    return true;
                case DURATION:
                    Config.parseDuration(value);
                    return true;
                default:
                    return true;
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String nearest(String name, Set<String> known) {
        return known.stream().min(java.util.Comparator.comparingInt(candidate -> distance(name, candidate))).orElse("");
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
