package iam.war.operation;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.json.EntityReader;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The body of a request, read once and interpreted as often as needed: JSON whatever the content type says, a form only when it says so
 * (contract: auth.md section 1).
 */
public final class Body {
    /** No body. */
    public static final Body EMPTY = new Body(new byte[0], ContentType.NONE);

    private static final int DEPTH = 64;

    private final byte[] bytes;
    private final ContentType type;
    private Multipart multipart;
    private Map<String, String> form;

    /**
     * Wraps a body.
     *
     * @param bytes all of it
     * @param type what it says it is
     */
    public Body(byte[] bytes, ContentType type) {
        this.bytes = bytes;
        this.type = type;
    }

    /** Its size in bytes. */
    public int size() {
        return bytes.length;
    }

    /** Whether it says that it is an urlencoded form. */
    public boolean urlencoded() {
        return type.is("application/x-www-form-urlencoded");
    }

    /** Whether it says that it is a multipart form. */
    public boolean isMultipart() {
        return type.is("multipart/form-data");
    }

    /** Whether it can only be JSON: something that is no form. */
    public boolean looksLikeJson() {
        for (byte b : bytes) {
            if (b > ' ') {
                return b == '{' || b == '[';
            }
        }
        return false;
    }

    /** The fields of a form of either type; empty for other bodies. */
    public Map<String, String> form() {
        if (form == null) {
            form = isMultipart() ? multipart().fields() : urlencoded() && !looksLikeJson() ? Parameters.parse(raw()) : Map.of();
        }
        return form;
    }

    /** A file of a multipart form. */
    public Optional<Multipart.File> file(String name) {
        return isMultipart() ? multipart().file(name) : Optional.empty();
    }

    private Multipart multipart() {
        if (multipart == null) {
            multipart = Multipart.parse(bytes, type.parameter("boundary"));
        }
        return multipart;
    }

    /** The bytes as text, whatever is malformed replaced. */
    public String raw() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Reads one JSON object.
     *
     * @param <T> its class
     * @param target an entity class, or a class with public fields
     * @return a new object
     * @throws ApiException when the body is no JSON object, has something behind it, or a member has the wrong type
     */
    public <T> T json(Class<T> target) {
        return parse(parser -> EntityReader.read(parser, target));
    }

    /**
     * Reads a JSON array of objects.
     *
     * @param <T> their class
     * @param target an entity class, or a class with public fields
     * @return new objects
     */
    public <T> List<T> jsonList(Class<T> target) {
        return parse(parser -> JsonLists.objects(parser, target));
    }

    /** The text members of a JSON object, numbers and flags as text; empty when the body is no JSON object at all. */
    public Map<String, String> jsonTexts() {
        return looksLikeJson() ? parse(JsonLists::texts) : Map.of();
    }

    /** Any JSON value as maps, lists, texts, numbers, flags and null. */
    public Object jsonValue() {
        return parse(JsonLists::value);
    }

    private <T> T parse(Function<JsonParser, T> reader) {
        try (JsonParser parser = JsonLists.parser(text())) {
            T result = reader.apply(parser);
            if (parser.hasNext()) {
                throw new ApiException(Message.JSON_INVALID);
            }
            return result;
        } catch (JsonException | NoSuchElementException | IllegalStateException | ArithmeticException | NumberFormatException e) {
            throw new ApiException(Message.JSON_INVALID);
        }
    }

    private String text() {
        checkDepth();
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new ApiException(Message.JSON_INVALID);
        }
    }

    /** Before parsing, since parsers recurse: one pass that counts the brackets outside of texts. */
    private void checkDepth() {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (quoted) {
                i += b == '\\' ? 1 : 0;
                quoted = b != '"';
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            }
            if (depth > DEPTH) {
                throw new ApiException(Message.JSON_INVALID);
            }
        }
    }
}
