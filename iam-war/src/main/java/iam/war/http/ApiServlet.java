package iam.war.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands the requests for operations to the dispatcher. */
@WebServlet(urlPatterns = {"/api/*", "/.well-known/*", "/login/oauth/*", "/oauth/*", "/v1/iam/*", "/swagger", "/swagger/*", "/openapi.json", "/health/*", "/healthz"})
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Dispatcher dispatcher;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        dispatcher.dispatch(request, response);
    }
}
