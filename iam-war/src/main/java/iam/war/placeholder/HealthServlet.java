package iam.war.placeholder;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers the health request until the real operation does; this package is then removed. */
@WebServlet("/api/health")
public class HealthServlet extends HttpServlet {
    @Inject
    transient HealthText text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter().write(text.json());
    }
}
