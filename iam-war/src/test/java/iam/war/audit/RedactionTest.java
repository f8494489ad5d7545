package iam.war.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.operation.Body;
import iam.war.operation.ContentType;
import iam.war.operation.Request;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String PLANTED = "p1anted-va1ue";

    private static Request request(String query, String type, String body) {
        return new Request(new Request.Line("POST", "/api/login", query, "http://localhost", "192.0.2.1"), Map.of(), Map.of(),
                new Body(body.getBytes(StandardCharsets.UTF_8), ContentType.parse(type)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"password\":\"x\"}|{\"password\":\"***\"}",
        "{ \"a\" : 1 , \"Client_Secret\" : \"x\" }|{ \"a\" : 1 , \"Client_Secret\" : \"***\" }",
        "{\"a\":{\"token\":{\"b\":[1,\"}\"]}},\"c\":2}|{\"a\":{\"token\":\"***\"},\"c\":2}",
        "{\"p\\u0061ssword\":\"x\"}|{\"p\\u0061ssword\":\"***\"}",
        "{\"password\":\"\"}|{\"password\":\"\"}",
        "{\"code\":12}|{\"code\":\"***\"}",
        "{\"recoveryCodes\":[\"a\",\"b\"],\"n\":1}|{\"recoveryCodes\":\"***\",\"n\":1}",
        "{\"countryCode\":\"CH\"}|{\"countryCode\":\"CH\"}",
        "{\"a\":\"password\"}|{\"a\":\"password\"}"
    })
    void masksSecretMembersAndLeavesTheRestAsItIs(String json, String redacted) {
        assertEquals(redacted, JsonRedactor.redact(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"password\":\"p1anted-va1ue", "{\"password\":p1anted-va1ue", "{\"password\": [\"p1anted-va1ue", "{\"password\":\"x\\\"p1anted-va1ue\"}",
        "[[{\"password\"\n\t:\r\"p1anted-va1ue\"}", "{\"a\":\"\\", "{\"password\""
    })
    void losesSecretsOfMalformedTextsToo(String json) {
        assertFalse(JsonRedactor.redact(json).contains(PLANTED));
    }

    @Test
    void leavesCredentialsOutOfTheAddressAndMasksOtherSecrets() {
        assertEquals("/api/login?a=1&code=***&z=%C3%A9", Redaction.uri(request("z=%C3%A9&accessToken=t&password=p&code=c&a=1", "", "")));
    }

    @Test
    void masksForms() {
        assertEquals("user=bob&newPassword=***", Redaction.body(request("", "application/x-www-form-urlencoded", "user=bob&newPassword=" + PLANTED)));
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"newPassword\"\r\n\r\n" + PLANTED + "\r\n--x--";
        assertEquals("newPassword=***", Redaction.body(request("", "multipart/form-data; boundary=x", multipart)));
    }

    @Test
    void keepsNoBodyThatItCannotRead() {
        assertEquals("", Redaction.body(request("", "text/plain", PLANTED)));
    }

    @Test
    void cutsLongBodies() {
        assertTrue(Redaction.body(request("", "application/json", "{\"a\":\"" + "x".repeat(100_000) + "\"}")).length() <= Redaction.BODY_LENGTH);
    }

    @Test
    void masksSecretsThatAnErrorRepeats() {
        assertEquals("code: [***] is invalid", Redaction.text(request("code=" + PLANTED, "", ""), "code: [" + PLANTED + "] is invalid"));
        assertEquals("code: [***] is invalid", Redaction.text(request("", "", "{\"code\":\"" + PLANTED + "\"}"), "code: [" + PLANTED + "] is invalid"));
    }
}
