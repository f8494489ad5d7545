package iam.war.page;

import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.captcha.CaptchaGate;
import iam.war.i18n.Language;
import iam.war.i18n.Messages;
import iam.war.oauth.Consents;
import iam.war.operation.Call;
import iam.war.operation.Reply;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/** The pages of the authorization endpoint. */
final class SigninPages {
    private SigninPages() {
    }

    /**
     * What the page has to say and ask beside name and password.
     *
     * @param error what went wrong before; empty for nothing
     * @param captcha the captcha to show
     */
    record Asked(String error, Optional<CaptchaGate.Shown> captcha) {
    }

    private static String captcha(Language language, CaptchaGate.Shown shown) {
        return "<input type=\"hidden\" name=\"captchaType\" value=\"" + Html.escape(shown.type()) + "\"><input type=\"hidden\" name=\"captchaId\" value=\"" + Html.escape(shown.id())
                + "\"><label for=\"captchaToken\">" + text(language, Message.PAGE_CAPTCHA) + "</label><img alt=\"\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(shown.image())
                + "\"><input type=\"text\" id=\"captchaToken\" name=\"captchaToken\" autocomplete=\"off\" required>";
    }

    /** Asks for user name and password. */
    static Reply signin(Call call, AuthorizeRequest request, Application application, Language language, Asked asked) {
        String title = Messages.text(language, Message.PAGE_SIGN_IN);
        String username = call.request().body().form().getOrDefault("username", request.get("login_hint"));
        String content = heading(title, application) + alert(asked.error())
                + "<form method=\"post\">" + hidden(call, request)
                + "<label for=\"username\">" + text(language, Message.PAGE_USERNAME) + "</label><input type=\"text\" id=\"username\" name=\"username\" autocomplete=\"username\" required value=\""
                + Html.escape(username) + "\"><label for=\"password\">" + text(language, Message.PAGE_PASSWORD)
                + "</label><input type=\"password\" id=\"password\" name=\"password\" autocomplete=\"current-password\" required>"
                + asked.captcha().map(shown -> captcha(language, shown)).orElse("")
                + "<button type=\"submit\" name=\"action\" value=\"signin\">" + Html.escape(title) + "</button></form>";
        return Page.of(200, language, title, content, policy(request));
    }

    /** Asks whether the application may have what it wants. */
    static Reply consent(Call call, AuthorizeRequest request, Application application, Language language, User user) {
        String title = Messages.text(language, Message.PAGE_CONSENT, name(application));
        StringBuilder scopes = new StringBuilder("<ul>");
        for (String scope : Consents.granted(application, request.get("scope"))) {
            scopes.append("<li>").append(Html.escape(describe(application, scope))).append("</li>");
        }
        String content = "<h1>" + Html.escape(title) + "</h1><p>" + Html.escape(user.id()) + "</p>" + scopes + "</ul><form method=\"post\">" + hidden(call, request)
                + "<button type=\"submit\" name=\"action\" value=\"consent\">" + text(language, Message.PAGE_ALLOW)
                + "</button><button class=\"quiet\" type=\"submit\" name=\"action\" value=\"deny\" formnovalidate>" + text(language, Message.PAGE_DENY) + "</button></form>";
        return Page.of(200, language, title, content, policy(request));
    }

    /** Shows what is wrong with a request that can't be sent back. */
    static Reply error(Language language, String message) {
        String title = Messages.text(language, Message.ERROR);
        return Page.of(400, language, title, "<h1>" + Html.escape(title) + "</h1>" + alert(message), "form-action 'none'");
    }

    static String heading(String title, Application application) {
        return "<h1>" + Html.escape(title) + "</h1><p>" + Html.escape(name(application)) + "</p>";
    }

    private static String name(Application application) {
        return application.displayName.isEmpty() ? application.name : application.displayName;
    }

    private static String describe(Application application, String scope) {
        return application.customScopes == null ? scope : application.customScopes.stream().filter(item -> item.scope.equals(scope))
                .map(item -> item.displayName + (item.description.isEmpty() ? "" : ": " + item.description)).findFirst().orElse(scope);
    }

    static String alert(String error) {
        return error.isEmpty() ? "" : "<p class=\"error\" role=\"alert\">" + Html.escape(error) + "</p>";
    }

    static String text(Language language, Message message) {
        return Html.escape(Messages.text(language, message));
    }

    /** The request again, for the next step. */
    static String hidden(Call call, AuthorizeRequest request) {
        StringBuilder fields = new StringBuilder("<input type=\"hidden\" name=\"csrf\" value=\"" + Html.escape(Csrf.token(call)) + "\">");
        request.parameters().forEach((name, value) -> {
            if (!name.equals("request_uri")) {
                fields.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"").append(Html.escape(value)).append("\">");
            }
        });
        return fields.toString();
    }

    /** Browsers hold redirects after a form to the policy too, so the client's address is named in it. */
    static String policy(AuthorizeRequest request) {
        URI uri = URI.create(request.get("redirect_uri"));
        return "form-action 'self' " + (uri.getHost() == null ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getRawAuthority());
    }
}
