package iam.war.ratelimit;

import iam.api.ApiException;
import iam.war.operation.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Whom a request claims to be about, as far as limits need to know before anything is checked. */
final class Subjects {
    private Subjects() {
    }

    /** The account that signs in; empty when none is named. */
    static String account(Request request) {
        String typed = request.body().form().getOrDefault("username", "");
        if (!typed.isEmpty()) {
            return client(request) + "/" + typed;
        }
        Map<String, String> members = members(request);
        String name = members.getOrDefault("username", "");
        return name.isEmpty() ? "" : members.getOrDefault("organization", "") + "/" + name;
    }

    /** The client that an OAuth call names; empty when none is named. */
    static String client(Request request) {
        String named = request.formParameter("client_id");
        if (named.isEmpty()) {
            named = members(request).getOrDefault("client_id", "");
        }
        return named.isEmpty() ? basic(request.header("Authorization").orElse("")) : named;
    }

    private static String basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            return pair.substring(0, Math.max(0, pair.indexOf(':')));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Map<String, String> members(Request request) {
        try {
            return request.body().jsonTexts();
        } catch (ApiException e) {
            return Map.of();
        }
    }
}
