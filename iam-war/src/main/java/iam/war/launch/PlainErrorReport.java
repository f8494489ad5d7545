package iam.war.launch;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers what never reached the application in the shape of its errors, without a word about the inside. */
public final class PlainErrorReport extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getReporter().write(body(status));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("client is gone", e);
        }
    }

    private static String body(int status) {
        String text = switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This method is not allowed here.";
            case 413 -> "The request is too large.";
            default -> status < FIRST_SERVER_ERROR ? "The request is malformed." : "The server could not answer the request.";
        };
        return "{\"status\":\"error\",\"msg\":\"" + text + "\"}";
    }
}
