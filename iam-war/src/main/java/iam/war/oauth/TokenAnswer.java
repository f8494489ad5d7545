package iam.war.oauth;

import iam.api.entity.Token;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer of the token endpoint (RFC 6749 section 5.1); members that would be empty are left out. */
final class TokenAnswer {
    private TokenAnswer() {
    }

    static Map<String, Object> of(Token token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.accessToken);
        if (!token.refreshToken.isEmpty()) {
            answer.put("id_token", token.idToken.isEmpty() ? token.accessToken : token.idToken);
            answer.put("refresh_token", token.refreshToken);
        }
        answer.put("token_type", token.tokenType);
        answer.put("expires_in", token.expiresIn);
        answer.put("scope", token.scope);
        return answer;
    }
}
