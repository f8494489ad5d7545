package iam.war.resource;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Form;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Forms of the web front end. Their writes are answered with a flag. */
@Component
final class FormResource extends Crud<Form> {
    @Inject
    FormResource(EntityStore store) {
        super(EntityType.of(Form.class), store);
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>(super.operations());
        operations.add(Operation.of("GET", "/api/get-global-forms", "Lists the forms of all organizations").access(Access.GLOBAL)
                .run(call -> Envelope.ok(store.list(type, Query.where().descending("createdTime")))));
        return operations;
    }

    @Override
    protected Envelope answer(boolean affected) {
        return Envelope.ok(affected);
    }

    @Override
    protected Envelope missing(Call call) {
        throw new ApiException(Message.FORM_UNKNOWN, call.request().query("id"));
    }
}
