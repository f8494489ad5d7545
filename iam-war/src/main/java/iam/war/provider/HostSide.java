package iam.war.provider;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the server lends to plugins. A plugin calls it on its own threads, whose context class loader is the plugin's: libraries of the server would look there
 * for what they are made of, and find the plugin's version of it. So such a call is made with the server's.
 */
final class HostSide {
    private static final ClassLoader HOST = HostSide.class.getClassLoader();

    private HostSide() {
    }

    /** The same object, safe to be called by plugins, when it is known to them by an interface; itself otherwise. */
    @SuppressWarnings("unchecked")
    static <T> T lend(T object) {
        if (object == null || object instanceof Record || object.getClass().getClassLoader() != HOST) {
            return object;
        }
        Set<Class<?>> faces = new LinkedHashSet<>();
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getInterfaces()).filter(face -> SharedClasses.contract(face.getName())).forEach(faces::add);
        }
        return faces.isEmpty() ? object : (T) Proxy.newProxyInstance(HOST, faces.toArray(Class<?>[]::new), (proxy, method, arguments) -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(HOST);
            try {
                return method.invoke(object, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                thread.setContextClassLoader(before);
            }
        });
    }
}
