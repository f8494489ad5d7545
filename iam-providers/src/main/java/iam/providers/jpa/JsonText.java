package iam.providers.jpa;

import iam.api.EntityField;
import iam.api.json.EntityReader;
import iam.api.json.EntityWriter;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** The JSON text of columns. The factories are kept, because finding the JSON provider costs more than the work. */
final class JsonText {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private JsonText() {
    }

    static String write(Object value) {
        return value == null ? null : text(generator -> EntityWriter.stored(generator, value));
    }

    static Object read(String text, EntityField field) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            return EntityReader.value(parser, field);
        }
    }

    static String writeMembers(Object entity, Collection<EntityField> fields) {
        return text(generator -> {
            generator.writeStartObject();
            for (EntityField field : fields) {
                generator.writeKey(field.name());
                EntityWriter.stored(generator, field.get(entity));
            }
            generator.writeEnd();
        });
    }

    static void readMembers(String text, Object entity, Collection<EntityField> fields) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            while (parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                EntityField field = find(fields, name);
                if (field == null) {
                    skip(parser);
                } else {
                    field.set(entity, EntityReader.value(parser, field));
                }
            }
        }
    }

    private static EntityField find(Collection<EntityField> fields, String name) {
        for (EntityField field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    private static void skip(JsonParser parser) {
        Event event = parser.next();
        if (event == Event.START_OBJECT) {
            parser.skipObject();
        } else if (event == Event.START_ARRAY) {
            parser.skipArray();
        }
    }

    private static String text(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = GENERATORS.createGenerator(text)) {
            content.accept(generator);
        }
        return text.toString();
    }
}
