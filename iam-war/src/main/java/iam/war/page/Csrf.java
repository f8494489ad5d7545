package iam.war.page;

import iam.war.crypto.Digests;
import iam.war.crypto.Randoms;
import iam.war.operation.Call;
import iam.war.operation.Request;

/** Ties the forms of a page to the browser that it was shown in: a value in a cookie and again in the form, which another site can't set. */
final class Csrf {
    private static final String NAME = "iam_csrf";

    private Csrf() {
    }

    /** The value for the form; the cookie goes along with the answer. */
    static String token(Call call) {
        String token = call.request().cookie(NAME).filter(value -> value.length() == 32).orElseGet(() -> Randoms.base64Url(24));
        boolean secure = call.request().base().startsWith("https:");
        call.cookie(NAME + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
        return token;
    }

    /** Whether a form comes from a page that this browser was shown. */
    static boolean valid(Request request) {
        String sent = request.body().form().getOrDefault("csrf", "");
        return request.method().equals("POST") && !sent.isEmpty() && request.cookie(NAME).filter(value -> Digests.same(value, sent)).isPresent();
    }
}
