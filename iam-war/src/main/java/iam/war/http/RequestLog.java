package iam.war.http;

import iam.war.Component;
import iam.war.config.Settings;
import iam.war.operation.Exchange;
import iam.war.operation.ExchangeObserver;
import iam.war.operation.Operation;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request. Of what the client sent only the method, the declared path and the address are in it, so no secret can be. */
@Component
final class RequestLog implements ExchangeObserver {
    private static final Logger LOG = LoggerFactory.getLogger("iam.request");

    private final boolean on;

    @Inject
    RequestLog(Settings settings) {
        on = settings.flag("iam.request-log", true);
    }

    @Override
    public void answered(Exchange exchange) {
        if (on && LOG.isInfoEnabled()) {
            LOG.info("request={} method={} path={} status={} error={} micros={} caller={} address={}", exchange.id(), word(exchange.request().method()),
                    exchange.operation().map(Operation::path).orElse("-"), exchange.reply().status(), exchange.failure().map(iam.api.Message::code).orElse("-"),
                    TimeUnit.NANOSECONDS.toMicros(exchange.nanos()), word(exchange.call().caller().id()), exchange.request().remoteAddress());
        }
    }

    /** A value without spaces and line ends, so that nobody can write lines or members of his own. */
    private static String word(String text) {
        String word = text.replaceAll("[\\s\\p{Cntrl}=]", "_");
        return word.isEmpty() ? "-" : word.length() > 100 ? word.substring(0, 100) : word;
    }
}
