package iam.war.provider;

import iam.api.ApiException;
import iam.spi.Provider;
import iam.spi.store.StoreException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a provider that looks like another one and goes through its guard: an answer of null, an error or an undeclared exception becomes a {@link ProviderFailure}. */
final class Guarded implements InvocationHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private final String name;
    private final Slot slot;

    private Guarded(String name, Slot slot) {
        this.name = name;
        this.slot = slot;
    }

    /** The provider of a slot behind its guard, with the interfaces of ours that it has. */
    @SuppressWarnings("unchecked")
    static <P extends Provider> P wrap(Slot slot) {
        Installed first = slot.installed();
        return (P) Proxy.newProxyInstance(Provider.class.getClassLoader(), faces(first.provider().orElseThrow()).toArray(Class<?>[]::new), new Guarded(first.candidate().name(), slot));
    }

    /** The interfaces of ours that a provider has. */
    static Set<Class<?>> faces(Provider provider) {
        Set<Class<?>> faces = new LinkedHashSet<>();
        for (Class<?> type = provider.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getInterfaces()).forEach(face -> collect(face, faces));
        }
        return faces;
    }

    private static void collect(Class<?> face, Set<Class<?>> faces) {
        if (Provider.class.isAssignableFrom(face) && face.getName().startsWith("iam.spi.")) {
            faces.add(face);
        }
        Arrays.stream(face.getInterfaces()).forEach(parent -> collect(parent, faces));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        Installed installed = slot.installed();
        try {
            return call(installed, method, arguments);
        } catch (ProviderFailure e) {
            if (e.paused() && slot.installed() != installed) {
                // exchanged just now, before it was asked
                return call(slot.installed(), method, arguments);
            }
            throw e;
        }
    }

    private Object call(Installed installed, Method method, Object[] arguments) throws Exception {
        try {
            return installed.guard().orElseThrow().call(() -> answer(installed, method, arguments));
        } catch (ApiException | StoreException | ProviderFailure e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure("the call of provider " + name + " was given up", e);
        } catch (Exception e) {
            throw declared(method, e) ? e : new ProviderFailure("provider " + name + " failed: " + e, e);
        }
    }

    private Object answer(Installed installed, Method method, Object[] arguments) throws Exception {
        Object[] lent = arguments == null || installed.candidate().plugin().isEmpty() ? arguments : Arrays.stream(arguments).map(HostSide::lend).toArray();
        Object answer;
        try {
            answer = method.invoke(installed.provider().orElseThrow(), lent);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            LOG.debug("provider {} failed", name, e.getCause());
            throw new ProviderFailure("provider " + name + " failed: " + e.getCause(), e.getCause());
        }
        if (answer == null && method.getReturnType() != void.class) {
            throw new ProviderFailure("provider " + name + " answered null to " + method.getName(), null);
        }
        return answer;
    }

    private static boolean declared(Method method, Exception e) {
        return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(e));
    }
}
