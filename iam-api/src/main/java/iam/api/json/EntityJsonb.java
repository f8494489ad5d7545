package iam.api.json;

import iam.api.Entity;
import iam.api.Revealed;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.util.Set;

/** JSON-B set up for the wire format: entities in their pinned order and masked, nulls written, records in the order of their components. */
public final class EntityJsonb {
    private EntityJsonb() {
    }

    /**
     * Makes an instance. It is expensive to make and safe for use by several threads: keep it.
     *
     * @return a new instance
     */
    public static Jsonb create() {
        return JsonbBuilder.create(new JsonbConfig()
                .withNullValues(true)
                .withPropertyOrderStrategy(PropertyOrderStrategy.ANY)
                .withSerializers(new MaskedSerializer(), new RevealedSerializer()));
    }

    /** Entities, all secrets masked. */
    private static final class MaskedSerializer implements JsonbSerializer<Entity> {
        @Override
        public void serialize(Entity entity, JsonGenerator generator, SerializationContext context) {
            EntityWriter.answer(generator, entity, Set.of());
        }
    }

    /** Entities with some secrets in clear. */
    private static final class RevealedSerializer implements JsonbSerializer<Revealed> {
        @Override
        public void serialize(Revealed revealed, JsonGenerator generator, SerializationContext context) {
            EntityWriter.answer(generator, revealed.entity(), revealed.fields());
        }
    }
}
