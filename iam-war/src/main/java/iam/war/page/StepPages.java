package iam.war.page;

import static iam.war.page.SigninPages.text;

import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.MfaProps;
import iam.war.i18n.Language;
import iam.war.i18n.Messages;
import iam.war.operation.Call;
import iam.war.operation.Reply;
import iam.war.signin.PendingSignins.Pending;
import java.util.List;

/** The pages between password and session: second factor, its enrolment, a new password. Each way on is a form of its own, so that no script is needed. */
final class StepPages {
    private final Call call;
    private final AuthorizeRequest request;
    private final Application application;
    private final Language language;

    StepPages(Call call, AuthorizeRequest request, Application application, Language language) {
        this.call = call;
        this.request = request;
        this.application = application;
        this.language = language;
    }

    private Reply page(Message title, String error, String content) {
        String text = Messages.text(language, title);
        return Page.of(200, language, text, SigninPages.heading(text, application) + SigninPages.alert(error) + content, SigninPages.policy(request));
    }

    private String form(String fields, String action, Message label, String style) {
        return "<form method=\"post\">" + SigninPages.hidden(call, request) + fields + "<button" + style + " type=\"submit\" name=\"action\" value=\"" + action + "\">"
                + text(language, label) + "</button></form>";
    }

    private String input(String name, Message label, String attributes) {
        return "<label for=\"" + name + "\">" + text(language, label) + "</label><input id=\"" + name + "\" name=\"" + name + "\" required " + attributes + ">";
    }

    private static String factor(String type) {
        return "<input type=\"hidden\" name=\"mfaType\" value=\"" + Html.escape(type) + "\">";
    }

    /**
     * Asks for a second factor.
     *
     * @param offered the factors of the user
     * @param type the one that is asked for
     */
    Reply secondFactor(List<MfaProps> offered, String type, String error) {
        MfaProps asked = offered.stream().filter(props -> props.mfaType.equals(type)).findFirst().orElse(offered.get(0));
        boolean sent = !asked.secret.isEmpty();
        boolean done = sent && error.isEmpty() && call.request().body().form().getOrDefault("action", "").equals("send");
        StringBuilder content = new StringBuilder("<p>" + label(asked.mfaType) + "</p>");
        if (done) {
            content.append("<p role=\"status\">").append(Html.escape(Messages.text(language, Message.PAGE_CODE_SENT, asked.secret))).append("</p>");
        }
        content.append(form(factor(asked.mfaType) + input("passcode", Message.PAGE_PASSCODE, "type=\"text\" inputmode=\"numeric\" autocomplete=\"one-time-code\"")
                + "<label><input type=\"checkbox\" name=\"remember\" value=\"1\"> " + Html.escape(Messages.text(language, Message.PAGE_REMEMBER, asked.mfaRememberInHours)) + "</label>",
                "passcode", Message.PAGE_CONTINUE, ""));
        if (sent) {
            content.append(form(factor(asked.mfaType), "send", Message.PAGE_SEND_CODE, " class=\"quiet\""));
        }
        for (MfaProps other : offered) {
            if (other != asked) {
                content.append("<form method=\"post\">").append(SigninPages.hidden(call, request)).append(factor(other.mfaType))
                        .append("<button class=\"quiet\" type=\"submit\" name=\"action\" value=\"factor\">").append(label(other.mfaType)).append("</button></form>");
            }
        }
        content.append(form(factor(asked.mfaType) + input("recoveryCode", Message.PAGE_RECOVERY_CODE, "type=\"text\" autocomplete=\"off\""), "passcode", Message.PAGE_CONTINUE,
                " class=\"quiet\""));
        return page(Message.PAGE_SECOND_FACTOR, error, content.toString());
    }

    private String label(String type) {
        return switch (type) {
            case "app" -> text(language, Message.PAGE_AUTHENTICATOR);
            case "email" -> text(language, Message.PAGE_CODE_BY_EMAIL);
            case "sms" -> text(language, Message.PAGE_CODE_BY_SMS);
            default -> Html.escape(type);
        };
    }

    /** Asks a user who has to have a second factor, and has none, to enrol an authenticator app. */
    Reply enrolment(Pending pending, String error) {
        String content = "<p>" + text(language, Message.PAGE_ENROL) + "</p><p><a href=\"" + Html.escape(pending.session().remembered(PageSignin.SECRET_URL)) + "\"><code>"
                + Html.escape(pending.session().remembered(PageSignin.SECRET).replaceAll("(.{4})(?=.)", "$1 ")) + "</code></a></p><p>" + text(language, Message.PAGE_KEEP_RECOVERY_CODE)
                + "</p><p><code>" + Html.escape(pending.session().remembered(PageSignin.RECOVERY_CODE)) + "</code></p>"
                + form(input("passcode", Message.PAGE_PASSCODE, "type=\"text\" inputmode=\"numeric\" autocomplete=\"one-time-code\""), "enrol", Message.PAGE_CONTINUE, "");
        return page(Message.PAGE_SECOND_FACTOR, error, content);
    }

    /** Asks a user for a new password who has to change his. */
    Reply newPassword(String error) {
        return page(Message.PAGE_NEW_PASSWORD, error, form(input("newPassword", Message.PAGE_NEW_PASSWORD, "type=\"password\" autocomplete=\"new-password\"")
                + input("repeated", Message.PAGE_REPEAT_PASSWORD, "type=\"password\" autocomplete=\"new-password\""), "password", Message.PAGE_CONTINUE, ""));
    }
}
