package iam.war.page;

import iam.war.i18n.Language;
import iam.war.operation.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** A plain page: no script, one style sheet inside of it that the Content-Security-Policy names by its hash. */
public final class Page {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;background:#f3f4f6;color:#111827;margin:0;display:flex;min-height:100vh;align-items:center;"
            + "justify-content:center}main{background:#fff;padding:2rem;border-radius:.5rem;box-shadow:0 1px 6px #0002;width:20rem;max-width:calc(100vw - 6rem)}h1{font-size:1.25rem;"
            + "margin:0 0 .25rem}p{margin:.25rem 0 1rem}label{display:block;margin:.75rem 0 .25rem}input[type=text],input[type=password]{box-sizing:border-box;width:100%;"
            + "padding:.5rem;font:inherit;border:1px solid #6b7280;border-radius:.25rem}button{margin-top:1.25rem;width:100%;padding:.6rem;font:inherit;color:#fff;background:#1d4ed8;"
            + "border:0;border-radius:.25rem;cursor:pointer}button.quiet{background:#fff;color:#1d4ed8;border:1px solid #1d4ed8;margin-top:.5rem}.error{background:#fee2e2;"
            + "color:#991b1b;padding:.5rem;border-radius:.25rem}ul{padding-inline-start:1.25rem}";
    /** Without a referrer browsers would send forms with the origin {@code null}, from which nobody's cookies are taken. */
    private static final String REFERRER = "same-origin";
    private static final String STYLE_HASH = hash();

    private Page() {
    }

    private static String hash() {
        try {
            return "'sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8))) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /**
     * A page.
     *
     * @param status the HTTP status
     * @param title in clear
     * @param content HTML
     * @param allowed what its policy allows beside style and pictures, as directives: where forms lead, redirects included, and what is framed
     */
    public static Reply of(int status, Language language, String title, String content, String allowed) {
        String direction = RIGHT_TO_LEFT.contains(language.tag()) ? " dir=\"rtl\"" : "";
        String html = "<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\"" + direction + "><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<title>" + Html.escape(title) + "</title><style>" + STYLE + "</style></head><body><main>" + content + "</main></body></html>";
        String policy = "default-src 'none'; img-src data:; style-src " + STYLE_HASH + "; " + allowed + "; frame-ancestors 'none'; base-uri 'none'";
        return new Reply(status, Map.of("Content-Security-Policy", policy, "Referrer-Policy", REFERRER), "text/html; charset=utf-8", html).noStore();
    }
}
