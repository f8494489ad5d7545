package iam.war.logout;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.WebAddress;
import iam.war.i18n.Language;
import iam.war.i18n.Languages;
import iam.war.i18n.Messages;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import iam.war.page.Html;
import iam.war.page.Page;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells applications through the browser that its user signs out (OpenID Connect Front-Channel Logout 1.0): a page with one frame for each, which needs no
 * script and goes on to the client when all frames are loaded.
 */
@Component
final class FrontchannelLogout {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final int MOST = 50;

    private final EntityStore store;
    private final Directory directory;

    @Inject
    FrontchannelLogout(EntityStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * An application that wants to know.
     *
     * @param address its own
     * @param parameters what goes along; may be empty
     */
    private record Frame(WebAddress address, String parameters) {
        String html() {
            String source = parameters.isEmpty() ? address.uri().toString() : address.with(parameters);
            return "<iframe hidden sandbox=\"allow-same-origin allow-scripts\" src=\"" + Html.escape(source) + "\"></iframe>";
        }
    }

    /**
     * The page for a browser that shows pages; empty when nobody wants to know, or a program calls. Its session must not have ended yet.
     *
     * @param redirect where the browser goes afterwards; empty for nowhere
     */
    Optional<Reply> page(Request request, Optional<BrowserSession> session, String issuer, String redirect) {
        if (session.isEmpty() || !request.header("Accept").orElse("").contains("text/html")) {
            return Optional.empty();
        }
        List<Frame> frames = frames(session.get(), issuer);
        Language language = Languages.negotiate(request.header("Accept-Language").orElse(""));
        return frames.isEmpty() ? Optional.empty() : Optional.of(page(language, frames, redirect));
    }

    /** The applications that have got a token in this session, whether it is still good or not: their own sessions may last longer. */
    private List<Frame> frames(BrowserSession session, String issuer) {
        List<Token> tokens = store.list(TOKEN, Query.where(equal("organization", session.organization), equal("user", session.user), equal("sid", session.sid)), List.of("application"));
        List<Frame> frames = new ArrayList<>();
        for (String name : tokens.stream().map(token -> token.application).distinct().limit(MOST).toList()) {
            directory.application(name).flatMap(application -> frame(application, session, issuer)).ifPresent(frames::add);
        }
        return frames;
    }

    private static Optional<Frame> frame(Application application, BrowserSession session, String issuer) {
        String parameters = application.frontchannelLogoutSessionRequired ? "iss=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8) + "&sid=" + session.sid : "";
        return WebAddress.parse(application.frontchannelLogoutUri).map(address -> new Frame(address, parameters));
    }

    private static Reply page(Language language, List<Frame> frames, String redirect) {
        String title = Messages.text(language, Message.PAGE_SIGNED_OUT);
        String link = redirect.isEmpty() ? "" : "<p><a href=\"" + Html.escape(redirect) + "\">" + Html.escape(Messages.text(language, Message.PAGE_CONTINUE)) + "</a></p>";
        String content = "<h1>" + Html.escape(title) + "</h1>" + link + frames.stream().map(Frame::html).collect(Collectors.joining());
        String sources = frames.stream().map(frame -> frame.address().source()).distinct().collect(Collectors.joining(" "));
        Reply page = Page.of(200, language, title, content, "form-action 'none'; frame-src " + sources);
        return redirect.isEmpty() ? page : page.with("Refresh", "1; url=" + redirect);
    }
}
