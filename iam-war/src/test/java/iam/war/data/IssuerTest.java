package iam.war.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.war.config.Settings;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class IssuerTest {
    @Test
    void keepsTheContextPath() {
        Issuer issuer = new Issuer(new Settings(new Properties()));
        assertEquals("http://127.0.0.1:8080", issuer.of("http://127.0.0.1:8080"));
        assertEquals("http://127.0.0.1:8080/iam", issuer.of("http://127.0.0.1:8080/iam"));
        assertEquals("http://localhost:8080/iam", issuer.of("http://unknown.example:8080/iam"));
    }
}
