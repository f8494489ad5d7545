package iam.war.placeholder;

import jakarta.enterprise.context.ApplicationScoped;

/** Shows that injection works. */
@ApplicationScoped
public class HealthText {
    String json() {
        return "{\"status\":\"ok\"}";
    }
}
