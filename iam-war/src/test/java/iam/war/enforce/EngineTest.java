package iam.war.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.ApiException;
import iam.api.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions by the text of a model. */
class EngineTest {
    private static final String HEAD = """
            [request_definition]
            r = sub, obj, act

            [policy_definition]
            p = sub, obj, act

            [role_definition]
            g = _, _

            [policy_effect]
            e = some(where (p.eft == allow))

            [matchers]
            m =""";
    private static final String ROLES = HEAD + " g(r.sub, p.sub) && r.obj == p.obj && r.act == p.act";
    private static final List<List<String>> POLICIES = List.of(List.of("p", "o/admins", "data", "read", "allow"), List.of("p", "o/ann", "data", "write"));

    private final Engine engine = new Engine();

    @Test
    void decidesByPolicyAndRole() {
        PolicySet set = new PolicySet(ROLES, POLICIES, List.of(List.of("g", "o/bob", "o/admins")));
        assertTrue(engine.allows(set, List.of("o/ann", "data", "write")));
        assertFalse(engine.allows(set, List.of("o/ann", "data", "read")));
        assertTrue(engine.allows(set, List.of("o/bob", "data", "read")));
        assertFalse(engine.allows(set, List.of("o/bob", "other", "read")));
    }

    @Test
    void matchesPatternsInLinearTime() {
        PolicySet set = new PolicySet(HEAD + " r.sub == p.sub && regexMatch(r.obj, p.obj) && keyMatch(r.act, p.act)", List.of(List.of("p", "ann", "(a+)+$", "re*")), List.of());
        assertTrue(engine.allows(set, List.of("ann", "aaa", "read")));
        assertFalse(engine.allows(set, List.of("ann", "a".repeat(40) + "!", "read")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new java.io.File('/tmp') != nil", "System.getProperty('user.home') != nil", "use java.lang.*; true", "require('x') != nil",
            "let x = 1; true", "while(true) {}", "load('x') == nil"})
    void keepsMatchersInside(String matcher) {
        PolicySet set = new PolicySet(HEAD + " " + matcher, POLICIES, List.of());
        assertThrows(ApiException.class, () -> engine.allows(set, List.of("o/ann", "data", "write")));
    }

    @Test
    void showsMatchersNoProperties() {
        PolicySet set = new PolicySet(HEAD + " r.sub.class.name == 'java.lang.String'", POLICIES, List.of());
        assertFalse(engine.allows(set, List.of("o/ann", "data", "write")));
    }

    @Test
    void refusesRequestsThatDoNotFit() {
        PolicySet set = new PolicySet(ROLES, POLICIES, List.of());
        assertThrows(ApiException.class, () -> engine.allows(set, List.of("o/ann", "data")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[request_definition]\nr = sub, obj, act", "[request_definition", "[matchers]\nm = true"})
    void refusesTextsThatAreNoModels(String text) {
        ApiException refusal = assertThrows(ApiException.class, () -> new Models().shape(text));
        assertTrue(List.of(Message.MODEL_TEXT_INVALID, Message.MODEL_SECTIONS_MISSING).contains(refusal.message()), refusal.message().name());
    }

    @Test
    void knowsTheShapeOfAModel() {
        assertEquals(new Models.Shape(3, true, false, false), new Models().shape(ROLES));
    }
}
