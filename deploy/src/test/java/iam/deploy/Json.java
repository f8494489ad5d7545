package iam.deploy;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** Reads answers. */
public final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    public static JsonObject object(String text) {
        try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    public static JsonObject object(Http.Answer answer) {
        return object(answer.text());
    }

    /** A member of the first level, as text; empty when it is missing or null. */
    public static String text(JsonObject object, String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        return value == JsonValue.NULL ? "" : value.getValueType() == JsonValue.ValueType.STRING ? object.getString(name) : value.toString();
    }

    /** An object with text members: name, value, name, value. */
    public static String of(String... members) {
        var builder = PROVIDER.createObjectBuilder();
        for (int i = 0; i < members.length; i += 2) {
            builder.add(members[i], members[i + 1]);
        }
        return builder.build().toString();
    }
}
