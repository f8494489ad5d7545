package iam.api.json;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ServiceLoader;

/** A row as one text, for stores that keep documents: all stored fields, internal ones included, nothing masked. Stateless. */
public final class StoredJson {
    /** The server's, even on the thread of a plugin that brings one of its own. */
    private static final JsonProvider JSON = ServiceLoader.load(JsonProvider.class, StoredJson.class.getClassLoader()).findFirst().orElseGet(JsonProvider::provider);

    private StoredJson() {
    }

    /**
     * Writes a row.
     *
     * @param row an entity
     * @return a JSON object with its stored fields
     */
    public static String write(Entity row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.writeStartObject();
            for (EntityField field : row.type().stored()) {
                generator.writeKey(field.name());
                EntityWriter.stored(generator, field.get(row));
            }
            generator.writeEnd();
        }
        return text.toString();
    }

    /**
     * Reads a row that {@link #write} has written. A field that the text does not have, since it is newer, is zero; one that the type no longer has is ignored.
     *
     * @param <E> the entity class
     * @param type the type
     * @param text what was written
     * @return a new entity, equal in all stored fields
     */
    public static <E extends Entity> E read(EntityType<E> type, String text) {
        E row = type.create();
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            while (parser.next() == Event.KEY_NAME) {
                EntityField field = type.find(parser.getString()).filter(EntityField::stored).orElse(null);
                if (field == null) {
                    EntityReader.skip(parser, parser.next());
                } else {
                    field.set(row, EntityReader.value(parser, field));
                }
            }
        }
        return row;
    }
}
