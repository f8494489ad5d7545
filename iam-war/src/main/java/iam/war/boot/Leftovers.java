package iam.war.boot;

import java.lang.reflect.Field;
import java.util.ResourceBundle;

/**
 * What libraries keep by soft references outside of the application: in threads of the container, and in the JDK. It goes when memory becomes short; until then
 * each redeployment would leave its classes behind.
 */
final class Leftovers {
    private Leftovers() {
    }

    /** The buffers of the XML parser for this thread, on which the container has started us and read {@code beans.xml}. */
    static void removeBuffers() {
        try {
            Field buffers = Class.forName("com.fasterxml.aalto.in.ReaderConfig").getDeclaredField("_recyclerRef");
            buffers.setAccessible(true);
            ((ThreadLocal<?>) buffers.get(null)).remove();
        } catch (ReflectiveOperationException e) {
            // another version of the parser; nothing works worse without this
            return;
        }
    }

    /** The texts that libraries have looked up. */
    static void removeBundles() {
        ResourceBundle.clearCache(Leftovers.class.getClassLoader());
    }
}
