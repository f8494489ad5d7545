package iam.war.operation;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.json.EntityReader;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON that is no single entity. */
final class JsonLists {
    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private JsonLists() {
    }

    static JsonParser parser(String text) {
        return PARSERS.createParser(new StringReader(text));
    }

    static <T> List<T> objects(JsonParser parser, Class<T> type) {
        if (parser.next() != Event.START_ARRAY) {
            throw new ApiException(Message.JSON_INVALID);
        }
        List<T> list = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            if (event != Event.START_OBJECT) {
                throw new ApiException(Message.JSON_INVALID);
            }
            list.add(EntityReader.members(parser, type));
        }
        return list;
    }

    static Map<String, String> texts(JsonParser parser) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value(parser) instanceof Map<?, ?> object) {
            object.forEach((name, value) -> {
                if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                    texts.put(name.toString(), value.toString());
                }
            });
        }
        return texts;
    }

    static Object value(JsonParser parser) {
        return value(parser, parser.next());
    }

    private static Object value(JsonParser parser, Event event) {
        return switch (event) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> parser.getBigDecimal();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new ApiException(Message.JSON_INVALID);
        };
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            object.put(name, value(parser, parser.next()));
        }
        return object;
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> array = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(parser, event));
        }
        return array;
    }
}
