package iam.war.provider;

import iam.spi.Provider;
import iam.spi.store.EntityStore;
import iam.spi.store.StoreException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The store of a plugin behind its guard. Its calls stay on the caller's thread, to which transactions belong; a transaction as a whole is the server's own work
 * and may take as long as it likes, each call in it may not.
 */
final class GuardedStore implements InvocationHandler {
    private final String name;
    private final Provider store;
    private final Guard guard;

    private GuardedStore(String name, Provider store, Guard guard) {
        this.name = name;
        this.store = store;
        this.guard = guard;
    }

    static EntityStore wrap(Installed installed) {
        GuardedStore handler = new GuardedStore(installed.candidate().name(), installed.provider().orElseThrow(), installed.guard().orElseThrow());
        return (EntityStore) Proxy.newProxyInstance(EntityStore.class.getClassLoader(), new Class<?>[] {EntityStore.class}, handler);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        try {
            return method.getName().equals("inTransaction") ? answer(method, arguments) : guard.here(() -> known(method, answer(method, arguments)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("the call of provider " + name + " was given up", e);
        }
    }

    private Object answer(Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new StoreException("provider " + name + " failed: " + e.getCause(), e.getCause());
        }
    }

    private Object known(Method method, Object answer) {
        if (answer == null && method.getReturnType() != void.class) {
            throw new StoreException("provider " + name + " answered null to " + method.getName(), null);
        }
        return answer;
    }
}
