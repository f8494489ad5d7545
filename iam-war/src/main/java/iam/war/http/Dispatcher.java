package iam.war.http;

import iam.api.ApiException;
import iam.api.Message;
import iam.war.Component;
import iam.war.operation.Body;
import iam.war.operation.Exchange;
import iam.war.operation.ExchangeObserver;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two ends of an exchange: reads the request from the servlet container, writes the answer to it, then tells those who watch. */
@Component
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final RequestReader reader;
    private final BodyReader bodies;
    private final ResponseWriter writer;
    private final Pipeline pipeline;
    private final List<ExchangeObserver> observers;

    @Inject
    Dispatcher(RequestReader reader, BodyReader bodies, ResponseWriter writer, Pipeline pipeline, @Any Instance<ExchangeObserver> observers) {
        this.reader = reader;
        this.bodies = bodies;
        this.writer = writer;
        this.pipeline = pipeline;
        this.observers = observers.stream().toList();
    }

    /** Answers a request, now or when its body has arrived. */
    void dispatch(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        try {
            RequestReader.Head head = reader.head(servlet);
            bodies.read(servlet, response, head.limit(), new BodyReader.Receiver() {
                @Override
                public void arrived(byte[] body) throws IOException {
                    Exchange exchange = new Exchange(RequestIds.of(servlet.getHeader(RequestIds.HEADER)), reader.request(servlet, head, body));
                    pipeline.answer(exchange);
                    finish(response, exchange);
                }

                @Override
                public void refused(ApiException reason) throws IOException {
                    finish(response, unreadable(servlet, reason));
                }
            });
        } catch (ApiException e) {
            finish(response, unreadable(servlet, e));
            UnreadBody.drain(servlet, response);
        }
    }

    private void finish(HttpServletResponse response, Exchange exchange) throws IOException {
        try {
            writer.write(response, exchange);
        } finally {
            tell(exchange);
        }
    }

    /** What is wrong before there is a request: the path, the size, the content type. */
    private static Exchange unreadable(HttpServletRequest servlet, ApiException e) {
        Request request = new Request(new Request.Line(servlet.getMethod(), "/", "", "http://localhost", servlet.getRemoteAddr()), Map.of(), Map.of(), Body.EMPTY);
        Exchange exchange = new Exchange(RequestIds.of(servlet.getHeader(RequestIds.HEADER)), request);
        exchange.failure(e.message());
        exchange.reply(plain(e));
        return exchange;
    }

    /** The short form of an error, with two members, for answers from the edge. */
    static Reply plain(ApiException e) {
        String type = e.message() == Message.CONTENT_TYPE_INVALID ? "text/plain; charset=utf-8" : Reply.JSON;
        String text = "{\"status\":\"error\",\"msg\":\"" + e.message().english() + "\"}";
        return new Reply(e.status(), Map.of(), type, text.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(Exchange exchange) {
        for (ExchangeObserver observer : observers) {
            try {
                observer.answered(exchange);
            } catch (RuntimeException e) {
                LOG.error("request {} could not be observed by {}", exchange.id(), observer.getClass().getSimpleName(), e);
            }
        }
    }
}
