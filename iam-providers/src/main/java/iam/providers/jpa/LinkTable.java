package iam.providers.jpa;

import iam.api.EntityField;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table behind a list that rows are looked up by: one row per key and element. It follows its rows by a foreign key that cascades. */
record LinkTable(EntityField field, String name, List<ScalarColumn> keys) {
    /** The column with the elements. */
    static final String ELEMENT = "element";
    /** Keeps the primary key below InnoDB's 3072 bytes. */
    static final int ELEMENT_LENGTH = 255;

    static LinkTable of(String table, EntityField field, List<ScalarColumn> keys) {
        return new LinkTable(field, Names.link(table, field.name()), keys);
    }

    /** What stands in the table for an element: itself, or a hash when it is too long. */
    static String element(String text) {
        return text.codePointCount(0, text.length()) <= ELEMENT_LENGTH ? text : "sha256:" + hash(text);
    }

    Set<String> elements(Object entity) {
        Set<String> elements = new TreeSet<>();
        if (field.get(entity) instanceof List<?> list) {
            list.forEach(element -> elements.add(element(element.toString())));
        }
        return elements;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
