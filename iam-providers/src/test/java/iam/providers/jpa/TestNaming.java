package iam.providers.jpa;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;

/** The naming service of a container, as far as a look-up of a data source needs it. */
public final class TestNaming implements InitialContextFactory {
    static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

    /** For the naming service. */
    public TestNaming() {
    }

    static void install() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, TestNaming.class.getName());
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
        return (Context) Proxy.newProxyInstance(TestNaming.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
            if (!method.getName().equals("lookup")) {
                return null;
            }
            Object found = BOUND.get(arguments[0].toString());
            if (found == null) {
                throw new NameNotFoundException(arguments[0].toString());
            }
            return found;
        });
    }
}
