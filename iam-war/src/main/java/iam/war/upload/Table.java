package iam.war.upload;

import iam.api.ApiException;
import iam.api.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an .xlsx file: the first row names fields, as {@code name} or {@code Label#name}, each further row is an object. */
final class Table {
    private static final int MOST_ROWS = 100_000;
    private static final long MOST_CHARACTERS = 64 << 20;

    private Table() {
    }

    /**
     * Reads a file.
     *
     * @return text by field for each row that is not empty
     * @throws ApiException when it is no such file, or too large when unpacked
     */
    static List<Map<String, String>> read(byte[] file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file)); Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> iterator = rows.iterator();
            if (!iterator.hasNext()) {
                throw new ApiException(Message.UPLOADED_TABLE_EMPTY);
            }
            return objects(fields(iterator.next()), iterator);
        } catch (IOException | ExcelReaderException e) {
            throw new ApiException(Message.VALUE_INVALID, "file");
        }
    }

    private static List<String> fields(Row head) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < head.getCellCount(); i++) {
            String text = head.getCellText(i).trim();
            fields.add(text.substring(text.lastIndexOf('#') + 1));
        }
        return fields;
    }

    private static List<Map<String, String>> objects(List<String> fields, Iterator<Row> rows) {
        List<Map<String, String>> objects = new ArrayList<>();
        long characters = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            Map<String, String> object = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(fields.size(), row.getCellCount()); i++) {
                String text = row.getCellText(i);
                characters += text.length();
                if (!text.isEmpty()) {
                    object.put(fields.get(i), text);
                }
            }
            if (!object.isEmpty()) {
                objects.add(object);
            }
            if (objects.size() > MOST_ROWS || characters > MOST_CHARACTERS) {
                throw new ApiException(Message.BODY_TOO_LARGE);
            }
        }
        return objects;
    }
}
