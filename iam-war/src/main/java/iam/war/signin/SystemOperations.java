package iam.war.signin;

import iam.api.Envelope;
import iam.war.Component;
import iam.war.operation.Access;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.List;

/** GET /api/health: whether the server answers at all. */
@Component
final class SystemOperations implements Operations {
    @Inject
    SystemOperations() {
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("GET", "/api/health", "Says that the server answers").access(Access.ANYONE).run(call -> Envelope.ok(null)));
    }
}
