package iam.war.webhook;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.api.entity.User;
import iam.api.entity.WebhookEvent;
import iam.api.json.EntityJsonb;
import iam.war.data.Masks;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.util.List;
import java.util.Map;

/** What a webhook is sent: the record, and the user who acted, as JSON. */
final class WebhookBody {
    private static final EntityType<AuditRecord> RECORD = EntityType.of(AuditRecord.class);
    private static final Jsonb JSONB = EntityJsonb.create();

    private WebhookBody() {
    }

    /** A record, its object limited to some members; no members, or {@code All} as the first, leave it whole. */
    static String payload(AuditRecord record, List<String> members) {
        AuditRecord limited = record;
        if (!members.isEmpty() && !members.get(0).equals("All")) {
            limited = RECORD.copy(record);
            limited.object = only(record.object, members);
        }
        return JSONB.toJson(limited);
    }

    /** A user without his secrets, limited to some members; no members leave him whole. */
    static String user(User user, List<String> members) {
        String whole = JSONB.toJson(Masks.masked(user));
        return members.isEmpty() ? whole : only(whole, members);
    }

    /** What is no object has no members to show. */
    private static String only(String json, List<String> members) {
        try {
            Map<?, ?> object = JSONB.fromJson(json, Map.class);
            object.keySet().retainAll(members);
            return JSONB.toJson(object);
        } catch (JsonbException e) {
            return "";
        }
    }

    /** The body: the members of the record, and the user. */
    static String of(WebhookEvent event) {
        String record = event.payload.substring(0, event.payload.lastIndexOf('}'));
        return record + ",\"extendedUser\":" + (event.extendedUser.isEmpty() ? "null" : event.extendedUser) + "}";
    }
}
