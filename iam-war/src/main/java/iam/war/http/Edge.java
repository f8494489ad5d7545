package iam.war.http;

import iam.war.Component;
import iam.war.operation.Exchange;
import iam.war.operation.Request;
import iam.war.ratelimit.RateLimits;
import jakarta.inject.Inject;
import java.util.Optional;

/** What is decided before anybody looks at who calls: pages, cross-origin requests, limits. */
@Component
final class Edge {
    private final LandingPage page;
    private final Cors cors;
    private final RateLimits limits;

    @Inject
    Edge(LandingPage page, Cors cors, RateLimits limits) {
        this.page = page;
        this.cors = cors;
        this.limits = limits;
    }

    /** Answers itself, or passes on the request, without its session where the origin may not use it. */
    Optional<Request> admit(Exchange exchange) {
        Request request = exchange.request();
        if (page.serves(request)) {
            page.answer(exchange);
            return Optional.empty();
        }
        Cors.Verdict verdict = cors.judge(request);
        verdict.headers().forEach(exchange::header);
        if (verdict.answer() != null) {
            exchange.reply(verdict.answer());
            return Optional.empty();
        }
        limits.check(request);
        return Optional.of(verdict.withSession() ? request : request.withoutCookies());
    }
}
