package iam.war.ratelimit;

import iam.api.ApiException;
import iam.api.Message;
import iam.spi.ratelimit.Limit;
import iam.spi.ratelimit.RateLimiter;
import iam.spi.ratelimit.RateLimiterFactory;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.operation.Request;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how often a client address, an account and an OAuth client may call (contract: hanzo.md section 4). The limits are settings such as
 * {@code iam.rate-limit.login=10/60s}; {@code off} lifts one. Clients on the server's own machine are not limited, unless {@code iam.rate-limit.loopback} says so.
 */
@Component
public final class RateLimits {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);
    private static final Predicate<Request> SIGN_IN = post("/api/login").or(post("/login/oauth/authorize"));
    private static final String OFF = "off";
    private static final Map<String, String> DEFAULTS = Map.of("login", "10/60s", "login-address", "100/60s", "code", "10/60s", "signup", "30/1h", "captcha", "60/60s");

    private final RateLimiter limiter;
    private final boolean loopback;
    private final List<Rule> rules = new ArrayList<>();

    /**
     * One limit.
     *
     * @param name of its setting
     * @param limit how often
     * @param applies to which requests
     * @param subject what is counted; empty text is not
     */
    private record Rule(String name, Limit limit, Predicate<Request> applies, Function<Request, String> subject) {
    }

    @Inject
    RateLimits(Providers providers, Counters counters, Settings settings) {
        limiter = providers.one(RateLimiterFactory.class, settings.text("iam.ratelimit", "window"), () -> counters);
        loopback = settings.flag("iam.rate-limit.loopback", false);
        add(settings, "login", SIGN_IN, RateLimits::addressAndAccount);
        add(settings, "login-address", SIGN_IN, Request::remoteAddress);
        add(settings, "account", SIGN_IN, Subjects::account);
        add(settings, "code", post("/api/send-verification-code"), Request::remoteAddress);
        add(settings, "signup", post("/api/signup"), Request::remoteAddress);
        add(settings, "captcha", request -> request.path().equals("/api/get-captcha"), Request::remoteAddress);
        add(settings, "client", request -> request.path().startsWith("/api/login/oauth/"), Subjects::client);
        add(settings, "address", request -> true, Request::remoteAddress);
    }

    private void add(Settings settings, String name, Predicate<Request> applies, Function<Request, String> subject) {
        String text = settings.text("iam.rate-limit." + name, DEFAULTS.getOrDefault(name, OFF));
        if (!text.equals(OFF)) {
            rules.add(new Rule(name, Limit.parse(text), applies, subject));
        }
    }

    /** Steps that name no account, such as a passcode or a consent, are no guesses at one: people behind one address would use up each other's. */
    private static String addressAndAccount(Request request) {
        String account = Subjects.account(request);
        return account.isEmpty() ? "" : request.remoteAddress() + " " + account;
    }

    private static Predicate<Request> post(String path) {
        return request -> request.method().equals("POST") && request.path().equals(path);
    }

    /**
     * Counts a request.
     *
     * @throws ApiException with status 429 when there were too many; its data is the number of seconds to wait
     */
    public void check(Request request) {
        if (!loopback && local(request.remoteAddress())) {
            return;
        }
        for (Rule rule : rules) {
            if (rule.applies().test(request)) {
                Duration wait = count(rule, rule.subject().apply(request));
                if (!wait.isZero()) {
                    throw new ApiException(Message.TOO_MANY_REQUESTS).status(429).data(wait.toSeconds() + 1);
                }
            }
        }
    }

    private static boolean local(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    /** A limiter that fails stops nobody: that would be worse than what it is for. */
    private Duration count(Rule rule, String subject) {
        try {
            return subject.isBlank() ? Duration.ZERO : limiter.count(rule.name() + " " + subject, rule.limit());
        } catch (RuntimeException e) {
            LOG.warn("limit {} can't be counted: {}", rule.name(), e.getMessage());
            return Duration.ZERO;
        }
    }
}
