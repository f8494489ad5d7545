package iam.war.upload;

import iam.api.ApiException;
import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes entities of the rows of a table. Columns that name no field are ignored, so are fields that only the server fills. */
final class Rows {
    private static final String FORBIDDEN = "/?:#&%=+;";

    private Rows() {
    }

    static <E extends Entity> E entity(EntityType<E> type, Map<String, String> row) {
        E entity = type.create();
        if (row.getOrDefault("name", "").chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
            throw new ApiException(Message.NAME_HAS_FORBIDDEN_CHARACTERS);
        }
        row.forEach((name, text) -> type.find(name).filter(field -> field.stored() && field.wire()).ifPresent(field -> set(field, entity, text)));
        return entity;
    }

    private static void set(EntityField field, Entity entity, String text) {
        try {
            switch (field.kind()) {
                case TEXT -> field.set(entity, text);
                case BOOLEAN -> field.set(entity, text.equalsIgnoreCase("true") || text.equals("1"));
                case INT -> field.set(entity, Integer.parseInt(text));
                case LONG -> field.set(entity, Long.parseLong(text));
                case DOUBLE -> field.set(entity, Double.parseDouble(text));
                case LIST -> {
                    if (field.element() == String.class) {
                        field.set(entity, list(text));
                    }
                }
                default -> { }
            }
        } catch (NumberFormatException e) {
            throw new ApiException(Message.JSON_WRONG_TYPE, field.name());
        }
    }

    /** Texts separated by commas or semicolons, in brackets and quotation marks or without. */
    private static List<String> list(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return Arrays.stream(bare.split("[,;]")).map(item -> item.trim().replaceFirst("^\"(.*)\"$", "$1")).filter(item -> !item.isEmpty()).toList();
    }
}
