package iam.war.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands every request to the dispatcher, so that no path is looked at by anybody else before its check. */
@WebServlet(urlPatterns = "/*", asyncSupported = true)
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Dispatcher dispatcher;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        dispatcher.dispatch(request, response);
    }
}
