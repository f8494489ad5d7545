package iam.war.resource;

import iam.api.EntityType;
import iam.api.entity.Rule;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.data.Times;
import iam.war.operation.Call;
import jakarta.inject.Inject;

/** Rules of the gateway; the server says when one was added, unless the client does. */
@Component
final class RuleResource extends Crud<Rule> {
    @Inject
    RuleResource(EntityStore store) {
        super(EntityType.of(Rule.class), store);
    }

    @Override
    protected void adding(Call call, Rule rule) {
        String now = Times.now();
        rule.createdTime = rule.createdTime.isEmpty() ? now : rule.createdTime;
        rule.updatedTime = rule.updatedTime.isEmpty() ? now : rule.updatedTime;
    }
}
