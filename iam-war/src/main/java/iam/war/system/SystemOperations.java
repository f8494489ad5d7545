package iam.war.system;

import iam.api.Envelope;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.operation.Access;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.List;

/** What operators ask about server and machine. */
@Component
final class SystemOperations implements Operations {
    private final Settings settings;

    @Inject
    SystemOperations(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/api/get-system-info", "Reads how busy the machine is").access(Access.GLOBAL).run(call -> Envelope.ok(SystemFigures.read(settings.dataDirectory()))),
                Operation.of("GET", "/api/get-version-info", "Reads which version runs").access(Access.APPLICATION).run(call -> Envelope.ok(Version.CURRENT)));
    }
}
