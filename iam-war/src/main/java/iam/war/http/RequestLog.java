package iam.war.http;

import iam.api.Message;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.operation.Exchange;
import iam.war.operation.ExchangeObserver;
import iam.war.operation.Operation;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One line for each request. Of what the client sent only the method, the declared path and the address are in it, so no secret can be. */
@Component
final class RequestLog implements ExchangeObserver {
    /** Not through SLF4J: its bridge walks the stack for each line to name the caller, which costs more than most requests. */
    private static final Logger LOG = Logger.getLogger("iam.request");

    private static final int LONGEST = 100;

    private final boolean on;

    @Inject
    RequestLog(Settings settings) {
        on = settings.flag("iam.request-log", true);
    }

    @Override
    public void answered(Exchange exchange) {
        if (on && LOG.isLoggable(Level.INFO)) {
            LogRecord line = new LogRecord(Level.INFO, line(exchange));
            line.setLoggerName(LOG.getName());
            line.setSourceClassName(LOG.getName());
            line.setSourceMethodName("answered");
            LOG.log(line);
        }
    }

    private static String line(Exchange exchange) {
        return "request=" + exchange.id() + " method=" + word(exchange.request().method()) + " path=" + exchange.operation().map(Operation::path).orElse("-")
                + " status=" + exchange.reply().status() + " error=" + exchange.failure().map(Message::code).orElse("-")
                + " micros=" + TimeUnit.NANOSECONDS.toMicros(exchange.nanos()) + " caller=" + word(exchange.call().caller().id()) + " address=" + exchange.request().remoteAddress();
    }

    /** A value without spaces and line ends, so that nobody can write lines or members of his own. */
    private static String word(String text) {
        if (text.isEmpty()) {
            return "-";
        }
        StringBuilder word = new StringBuilder(text.length());
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            word.append(c == '=' || Character.isWhitespace(c) || Character.isISOControl(c) ? '_' : c);
        }
        return word.toString();
    }
}
