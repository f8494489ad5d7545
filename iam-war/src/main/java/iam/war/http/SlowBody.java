package iam.war.http;

import iam.api.ApiException;
import iam.war.http.BodyReader.Receiver;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Collects a body as it comes in. The container calls it from one thread at a time; between the calls the request holds none. */
final class SlowBody implements ReadListener {
    private final AsyncContext async;
    private final ServletInputStream input;
    private final HttpServletResponse response;
    private final ArrivingBody body;
    private final Receiver receiver;
    private UnreadBody unread;

    SlowBody(AsyncContext async, ServletInputStream input, HttpServletResponse response, ArrivingBody body, Receiver receiver) {
        this.async = async;
        this.input = input;
        this.response = response;
        this.body = body;
        this.receiver = receiver;
    }

    @Override
    public void onDataAvailable() throws IOException {
        try {
            while (unread == null && input.isReady() && body.readFrom(input)) {
                // as long as there is more
            }
        } catch (ApiException e) {
            body.release();
            unread = new UnreadBody(async, input);
            receiver.refused(e);
            response.flushBuffer();
        }
        if (unread != null) {
            unread.onDataAvailable();
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        if (unread == null) {
            BodyReader.arrived(body, receiver);
        }
        async.complete();
    }

    /** The client is gone, or was cut off. */
    @Override
    public void onError(Throwable failure) {
        body.release();
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST); // not the 200 of an answer that nobody has written
        async.complete();
    }
}
