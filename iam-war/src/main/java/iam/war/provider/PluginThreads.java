package iam.war.provider;

import java.util.ArrayList;
import java.util.List;

/** The threads that a plugin has started: those with its class loader, apart from the ones that the server calls it on. */
final class PluginThreads {
    private PluginThreads() {
    }

    static List<Thread> of(ClassLoader loader) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread[] threads = new Thread[group.activeCount() + 50];
        int count = group.enumerate(threads);
        List<Thread> own = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = threads[i];
            boolean started = thread.getContextClassLoader() == loader || thread.getClass().getClassLoader() == loader;
            if (started && !thread.getName().startsWith(Guard.THREAD)) {
                own.add(thread);
            }
        }
        return own;
    }
}
