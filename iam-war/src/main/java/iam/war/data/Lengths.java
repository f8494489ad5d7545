package iam.war.data;

import iam.api.ApiException;
import iam.api.Entity;
import iam.api.EntityField;
import iam.api.Message;

/** The limits of text fields, in characters, alike for every store. */
public final class Lengths {
    private Lengths() {
    }

    /**
     * Refuses text that is longer than its field takes.
     *
     * @throws ApiException that names the field
     */
    public static void check(Entity entity) {
        for (EntityField field : entity.type().stored()) {
            if (field.length() > 0) {
                String text = field.text(entity);
                if (text.length() > field.length() && text.codePointCount(0, text.length()) > field.length()) {
                    throw new ApiException(Message.VALUE_TOO_LONG, field.name(), field.length());
                }
            }
        }
    }
}
