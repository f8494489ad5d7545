package iam.war.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.entity.AuditRecord;
import iam.war.audit.AuditLog;
import iam.war.data.Times;
import iam.war.testing.Fixture;
import iam.war.testing.TestServer;
import jakarta.json.JsonObject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Records tell webhooks, and a delivery that has failed is on record. */
class WebhookRecordTest {
    private final Fixture fixture = new Fixture();

    private void happen(String action) {
        AuditRecord record = new AuditRecord();
        record.name = UUID.randomUUID().toString();
        record.createdTime = Times.now();
        record.owner = fixture.organization;
        record.organization = fixture.organization;
        record.user = "ann";
        record.action = action;
        record.object = "{\"a\":1}";
        TestServer.get().bean(AuditLog.class).add(record);
    }

    private JsonObject delivery() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            for (JsonObject record : fixture.list(fixture.boss, "get-records?organizationName=@&owner=@").getValuesAs(JsonObject.class)) {
                if (record.getString("action").equals("send-webhook") && record.getString("organization").equals(fixture.organization)) {
                    return record;
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("there is no record");
    }

    @Test
    void failuresAreRecorded() throws InterruptedException {
        Fixture.affected(fixture.post(TestServer.ROOT, "add-webhook", "{'owner':'admin','name':'hook-@','organization':'@','url':'http://127.0.0.1:9/in?token=pw2','method':'POST',"
                + "'contentType':'application/json','events':['login','send-webhook'],'isEnabled':true,'headers':[{'name':'X-Key','value':'pw3'}]}"));
        happen("login");
        JsonObject record = delivery();
        assertEquals("http://127.0.0.1:9", record.getString("requestUri"));
        assertEquals("login", record.getString("detail"));
        assertTrue(record.getString("object").contains("hook-" + fixture.organization), record::toString);
        assertTrue(record.getString("response").startsWith("{status:\"error\", msg:\"the address of 127.0.0.1 is private"), record::toString);
        assertTrue(!record.toString().matches("(?s).*pw[0-9].*"), record::toString);
        assertEquals(1, fixture.list(TestServer.ROOT, "get-webhook-events?organization=@").size());
    }

    @Test
    void madeUpRecordsAreToldToo() {
        Fixture.affected(fixture.post(fixture.boss, "add-webhook", "{'owner':'admin','name':'hook-@','organization':'@','url':'http://127.0.0.1:9','events':['paid'],'isEnabled':true}"));
        Fixture.affected(fixture.post(fixture.boss, "add-record", "{'owner':'@','action':'paid','object':'{\\'password\\':\\'pw1\\'}','requestUri':'/pay?token=pw2&n=1'}"));
        JsonObject record = fixture.post(fixture.boss, "get-records-filter", "{'action':'paid'}").getJsonArray("data").getJsonObject(0);
        assertEquals(fixture.organization, record.getString("organization"));
        assertEquals("{\"password\":\"***\"}", record.getString("object"));
        assertEquals("/pay?token=***&n=1", record.getString("requestUri"));
        assertTrue(record.getBoolean("isTriggered"), record::toString);
        assertEquals(1, fixture.list(fixture.boss, "get-webhook-events?owner=@").size());
    }
}
