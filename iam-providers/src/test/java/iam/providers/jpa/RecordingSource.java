package iam.providers.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A data source that notes what is executed. */
final class RecordingSource {
    private final DataSource source;
    /** Only what this thread does counts: the store has work of its own. */
    private final Thread thread = Thread.currentThread();
    private final List<String> executed = new CopyOnWriteArrayList<>();

    RecordingSource(DataSource source) {
        this.source = source;
    }

    DataSource source() {
        return proxy(DataSource.class, source, (method, arguments, result) -> result instanceof Connection connection ? recorded(connection) : result);
    }

    /** The SQL of statements, and the names of commits, since the last call. */
    List<String> taken() {
        List<String> taken = List.copyOf(executed);
        executed.clear();
        return taken;
    }

    private void add(String what) {
        if (Thread.currentThread() == thread) {
            executed.add(what);
        }
    }

    private Connection recorded(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            if (method.getName().matches("commit|rollback|setAutoCommit|createStatement")) {
                add(method.getName());
            }
            return result instanceof PreparedStatement statement ? recorded(statement, arguments[0].toString()) : result;
        });
    }

    private PreparedStatement recorded(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
            if (method.getName().startsWith("execute")) {
                add(sql);
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return after.call(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                after.call(method, arguments, null);
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** What happens after a call; a failed one has no result. */
    @FunctionalInterface
    private interface After {
        Object call(Method method, Object[] arguments, Object result);
    }
}
