package iam.war.notify;

import iam.api.entity.Provider;
import iam.api.json.EntityJsonb;
import iam.war.crypto.Digests;
import iam.war.notify.Messengers.Service;
import iam.war.notify.OAuth1.Keys;
import iam.war.outbound.Outbound;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chat and push services that take a text with one call, as their public documentation says. */
final class ChatServices {
    /** By the type of the provider. */
    static final Map<String, Service> ALL = Map.ofEntries(
            Map.entry("Lark", (provider, text) -> json(provider.clientSecret, Map.of("msg_type", "text", "content", Map.of("text", text)))),
            Map.entry("Microsoft Teams", (provider, text) -> json(provider.clientSecret, Map.of("text", text))),
            Map.entry("DingTalk", ChatServices::dingTalk),
            Map.entry("Bark", (provider, text) -> json("https://api.day.app/push", Map.of("device_key", provider.clientSecret, "body", text))),
            Map.entry("Pushover", (provider, text) -> Outbound.form("https://api.pushover.net/1/messages.json",
                    Map.of("token", provider.clientSecret, "user", provider.receiver, "message", text))),
            Map.entry("Pushbullet", (provider, text) -> json("https://api.pushbullet.com/v2/pushes", Map.of("type", "note", "body", text, "device_iden", provider.receiver))
                    .header("Access-Token", provider.clientSecret)),
            Map.entry("Slack", (provider, text) -> bearer("https://slack.com/api/chat.postMessage", provider.clientSecret, Map.of("channel", provider.receiver, "text", text))),
            Map.entry("Discord", (provider, text) -> json("https://discord.com/api/v10/channels/" + part(provider.receiver) + "/messages", Map.of("content", text))
                    .header("Authorization", "Bot " + provider.clientSecret)),
            Map.entry("Telegram", (provider, text) -> json("https://api.telegram.org/bot" + part(provider.clientSecret) + "/sendMessage",
                    Map.of("chat_id", provider.receiver, "text", text))),
            Map.entry("Line", (provider, text) -> bearer("https://api.line.me/v2/bot/message/push", provider.appId,
                    Map.of("to", provider.receiver, "messages", List.of(Map.of("type", "text", "text", text))))),
            Map.entry("Viber", (provider, text) -> json("https://chatapi.viber.com/pa/send_message",
                    Map.of("receiver", provider.receiver, "type", "text", "text", text, "sender", Map.of("name", provider.appId)))
                    .header("X-Viber-Auth-Token", provider.clientSecret)),
            Map.entry("Google Chat", (provider, text) -> json(provider.receiver, Map.of("text", text))),
            Map.entry("WeCom", (provider, text) -> json("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + part(provider.clientSecret),
                    Map.of("msgtype", "text", "text", Map.of("content", text)))),
            Map.entry("Matrix", ChatServices::matrix),
            Map.entry("Rocket Chat", (provider, text) -> json(base(provider.appId) + "/api/v1/chat.postMessage", Map.of("channel", provider.receiver, "text", text))
                    .header("X-User-Id", provider.clientId).header("X-Auth-Token", provider.clientSecret)),
            Map.entry("Twitter", ChatServices::twitter));

    private static final Jsonb JSONB = EntityJsonb.create();

    private ChatServices() {
    }

    private static HttpRequest.Builder json(String url, Map<String, Object> body) throws IOException {
        return Outbound.to(url).header("Content-Type", "application/json; charset=utf-8").POST(body(body));
    }

    private static BodyPublisher body(Map<String, Object> body) {
        return BodyPublishers.ofString(JSONB.toJson(body));
    }

    private static HttpRequest.Builder bearer(String url, String token, Map<String, Object> body) throws IOException {
        return json(url, body).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder dingTalk(Provider provider, String text) throws IOException {
        String url = "https://oapi.dingtalk.com/robot/send?access_token=" + part(provider.clientId);
        if (!provider.clientSecret.isEmpty()) {
            long now = System.currentTimeMillis();
            byte[] signature = Digests.hmacSha256(provider.clientSecret, now + "\n" + provider.clientSecret);
            url += "&timestamp=" + now + "&sign=" + part(Base64.getEncoder().encodeToString(signature));
        }
        return json(url, Map.of("msgtype", "text", "text", Map.of("content", text)));
    }

    /** The id at the end tells the server a repeat of one request by the network, nothing more. */
    private static HttpRequest.Builder matrix(Provider provider, String text) throws IOException {
        String url = base(provider.receiver) + "/_matrix/client/v3/rooms/" + part(provider.appId) + "/send/m.room.message/" + UUID.randomUUID();
        Map<String, Object> message = Map.of("msgtype", "m.text", "body", text);
        return bearer(url, provider.clientSecret, message).method("PUT", body(message));
    }

    private static HttpRequest.Builder twitter(Provider provider, String text) throws IOException {
        String url = "https://api.twitter.com/2/dm_conversations/with/" + part(provider.receiver) + "/messages";
        return json(url, Map.of("text", text)).header("Authorization", OAuth1.authorization("POST", url, new Keys(provider.clientId, provider.clientSecret),
                new Keys(provider.clientId2, provider.clientSecret2), UUID.randomUUID().toString(), Instant.now().getEpochSecond()));
    }

    private static String base(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
