package iam.war.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import iam.api.entity.Provider;
import iam.war.outbound.Outbound;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the services get to see, taken down by a receiver on this machine. */
class ChatServicesTest {
    private static final String TEXT = "Good \"morning\", ü";

    private HttpServer receiver;
    private HttpExchange received;
    private String body;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        receiver.createContext("/", exchange -> {
            received = exchange;
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private static Provider provider() {
        Provider provider = new Provider();
        provider.clientId = "id";
        provider.clientSecret = "s3cret";
        provider.clientId2 = "id2";
        provider.clientSecret2 = "s3cret2";
        provider.appId = "app";
        provider.receiver = "to/1";
        return provider;
    }

    /** Sends what is made for a service to our receiver, and answers where it would have gone. */
    private URI send(String type, Provider provider) throws IOException, InterruptedException {
        HttpRequest.Builder request = ChatServices.ALL.get(type).request(provider, TEXT);
        URI uri = request.copy().build().uri();
        URI here = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
        HttpClient.newHttpClient().send(request.uri(here).build(), BodyHandlers.discarding());
        return uri;
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"').replace("TEXT", TEXT.replace("\"", "\\\"")))).readObject();
    }

    private String header(String name) {
        return String.valueOf(received.getRequestHeaders().getFirst(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Bark|https://api.day.app/push|-|{'device_key':'s3cret','body':'TEXT'}",
        "Pushbullet|https://api.pushbullet.com/v2/pushes|Access-Token: s3cret|{'type':'note','body':'TEXT','device_iden':'to/1'}",
        "Slack|https://slack.com/api/chat.postMessage|Authorization: Bearer s3cret|{'channel':'to/1','text':'TEXT'}",
        "Discord|https://discord.com/api/v10/channels/to%2F1/messages|Authorization: Bot s3cret|{'content':'TEXT'}",
        "Telegram|https://api.telegram.org/bots3cret/sendMessage|-|{'chat_id':'to/1','text':'TEXT'}",
        "Line|https://api.line.me/v2/bot/message/push|Authorization: Bearer app|{'to':'to/1','messages':[{'type':'text','text':'TEXT'}]}",
        "Viber|https://chatapi.viber.com/pa/send_message|X-Viber-Auth-Token: s3cret|{'receiver':'to/1','type':'text','text':'TEXT','sender':{'name':'app'}}",
        "WeCom|https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=s3cret|-|{'msgtype':'text','text':{'content':'TEXT'}}",
    })
    void servicesWithAnAddressOfTheirOwn(String type, String url, String header, String document) throws Exception {
        assertEquals(url, send(type, provider()).toString());
        check("POST", header, document);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"Lark|{'msg_type':'text','content':{'text':'TEXT'}}", "Microsoft Teams|{'text':'TEXT'}"})
    void servicesWithASecretAddress(String type, String document) throws Exception {
        Provider provider = provider();
        provider.clientSecret = "https://hooks.example.com/a?b=c";
        assertEquals(provider.clientSecret, send(type, provider).toString());
        check("POST", "-", document);
    }

    @Test
    void googleChat() throws Exception {
        Provider provider = provider();
        provider.receiver = "https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t";
        assertEquals(provider.receiver, send("Google Chat", provider).toString());
        check("POST", "-", "{'text':'TEXT'}");
    }

    @Test
    void matrix() throws Exception {
        Provider provider = provider();
        provider.receiver = "https://matrix.example.com/";
        provider.appId = "!room:example.com";
        String url = send("Matrix", provider).toString();
        assertTrue(url.matches("https://matrix.example.com/_matrix/client/v3/rooms/%21room%3Aexample.com/send/m.room.message/[0-9a-f-]{36}"), url);
        check("PUT", "Authorization: Bearer s3cret", "{'msgtype':'m.text','body':'TEXT'}");
    }

    @Test
    void rocketChat() throws Exception {
        Provider provider = provider();
        provider.appId = "https://chat.example.com";
        assertEquals("https://chat.example.com/api/v1/chat.postMessage", send("Rocket Chat", provider).toString());
        check("POST", "X-Auth-Token: s3cret", "{'channel':'to/1','text':'TEXT'}");
        assertEquals("id", header("X-User-Id"));
    }

    @Test
    void dingTalk() throws Exception {
        String url = send("DingTalk", provider()).toString();
        assertTrue(url.matches("https://oapi.dingtalk.com/robot/send\\?access_token=id&timestamp=[0-9]{13}&sign=[\\w%]{40,60}"), url);
        check("POST", "-", "{'msgtype':'text','text':{'content':'TEXT'}}");
    }

    @Test
    void pushover() throws Exception {
        assertEquals("https://api.pushover.net/1/messages.json", send("Pushover", provider()).toString());
        assertEquals("application/x-www-form-urlencoded", header("Content-Type"));
        assertTrue(body.contains("token=s3cret") && body.contains("user=to%2F1") && body.contains("message=Good+%22morning%22%2C+%C3%BC"), body);
    }

    @Test
    void twitter() throws Exception {
        assertEquals("https://api.twitter.com/2/dm_conversations/with/to%2F1/messages", send("Twitter", provider()).toString());
        check("POST", "-", "{'text':'TEXT'}");
        String authorization = header("Authorization");
        assertTrue(authorization.matches("OAuth oauth_consumer_key=\"id\", oauth_nonce=\"[^\"]+\", oauth_signature=\"[^\"]{28,40}\", oauth_signature_method=\"HMAC-SHA1\", "
                + "oauth_timestamp=\"[0-9]+\", oauth_token=\"id2\", oauth_version=\"1.0\""), authorization);
    }

    /** Worked out apart from this code, with Python. */
    @Test
    void oauth1Signature() {
        String header = OAuth1.authorization("POST", "https://api.twitter.com/2/dm_conversations/with/1/messages", new OAuth1.Keys("ck", "cs"), new OAuth1.Keys("tk", "t&s"), "n", 1700000000);
        assertTrue(header.contains("oauth_signature=\"BTQaLpTPOX9vcIgrmu4Zshoh0uA%3D\""), header);
    }

    private void check(String method, String header, String document) {
        assertEquals(method, received.getRequestMethod());
        assertEquals("application/json; charset=utf-8", header("Content-Type"));
        assertEquals(json(document), json(body.replace('\'', '"')));
        if (header.contains(": ")) {
            assertEquals(header.split(": ")[1], header(header.split(": ")[0]));
        }
    }

    @ParameterizedTest
    @CsvSource({"Custom HTTP,200,false", "Custom HTTP,204,true", "Custom HTTP,500,true", "Slack,204,false", "Slack,404,true"})
    void tellsWhoeverAskedOfRefusals(String type, int status, boolean refused) {
        Provider provider = new Provider();
        provider.type = type;
        assertEquals(refused, Messengers.refused(provider, new Outbound.Answer(status, "")));
    }
}
