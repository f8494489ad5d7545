package iam.api.json;

import iam.api.Entity;
import iam.api.Envelope;
import iam.api.Refusal;
import iam.api.Revealed;
import iam.api.entity.MfaProps;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.util.Set;

/** JSON-B set up for the wire format: entities in their pinned order and masked, nulls written, envelopes in the order of the contract. */
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
                .withSerializers(new MaskedSerializer(), new RevealedSerializer(), new FactorSerializer(), new EnvelopeSerializer(), new RefusalSerializer()));
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

    /** Second factors, which are also answered without their user. */
    private static final class FactorSerializer implements JsonbSerializer<MfaProps> {
        @Override
        public void serialize(MfaProps factor, JsonGenerator generator, SerializationContext context) {
            EntityWriter.answer(generator, factor, Set.of());
        }
    }

    /** The seven members of an envelope. */
    private static final class EnvelopeSerializer implements JsonbSerializer<Envelope> {
        @Override
        public void serialize(Envelope envelope, JsonGenerator generator, SerializationContext context) {
            generator.writeStartObject();
            generator.write("status", envelope.status()).write("msg", envelope.msg()).write("sub", envelope.sub()).write("name", envelope.name());
            member("data", envelope.data(), generator, context);
            member("data2", envelope.data2(), generator, context);
            member("data3", envelope.data3(), generator, context);
            generator.writeEnd();
        }
    }

    /** The four members of a refusal. */
    private static final class RefusalSerializer implements JsonbSerializer<Refusal> {
        @Override
        public void serialize(Refusal refusal, JsonGenerator generator, SerializationContext context) {
            generator.writeStartObject();
            generator.write("status", refusal.status()).write("msg", refusal.msg());
            member("data", refusal.data(), generator, context);
            member("data2", refusal.data2(), generator, context);
            generator.writeEnd();
        }
    }

    private static void member(String name, Object value, JsonGenerator generator, SerializationContext context) {
        if (value == null) {
            generator.writeNull(name);
        } else {
            context.serialize(name, value, generator);
        }
    }
}
