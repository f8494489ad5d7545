package iam.war.oauth;

import iam.war.operation.Request;
import java.util.Map;

/** The parameters of an OAuth request: query and form alike, and, where they are empty, the members of a JSON body of any content type. */
final class OAuthParameters {
    private final Request request;
    private final Map<String, String> json;

    OAuthParameters(Request request) {
        this.request = request;
        this.json = request.body().isMultipart() ? Map.of() : request.body().jsonTexts();
    }

    /** A parameter, or empty text. */
    String get(String name) {
        String value = request.formParameter(name);
        return value.isEmpty() ? json.getOrDefault(name, "") : value;
    }

    /** A parameter that does not count when it stands in JSON. */
    String outsideJson(String name) {
        return request.formParameter(name);
    }
}
