package iam.deploy;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test methods a {@link Server} or {@link Http} parameter: one embedded server on the default data, shared by all
 * classes that ask for it and stopped after the last. Who needs other options, or to stop it, starts a server of its own.
 */
final class RunningServer implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Server.class || type == Http.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Server server = context.getRoot().getStore(Namespace.create(RunningServer.class))
                .computeIfAbsent("server", key -> Server.of(Container.EMBEDDED).start(), Server.class);
        return parameter.getParameter().getType() == Http.class ? server.http() : server;
    }
}
