package iam.api;

import iam.api.entity.AccessKey;
import iam.api.entity.Adapter;
import iam.api.entity.Agent;
import iam.api.entity.Application;
import iam.api.entity.AuditRecord;
import iam.api.entity.Cert;
import iam.api.entity.Coupon;
import iam.api.entity.Enforcer;
import iam.api.entity.Entry;
import iam.api.entity.Form;
import iam.api.entity.Group;
import iam.api.entity.Invitation;
import iam.api.entity.Ldap;
import iam.api.entity.McpServer;
import iam.api.entity.Model;
import iam.api.entity.Order;
import iam.api.entity.Organization;
import iam.api.entity.Payment;
import iam.api.entity.Permission;
import iam.api.entity.Plan;
import iam.api.entity.Pricing;
import iam.api.entity.Product;
import iam.api.entity.Provider;
import iam.api.entity.Resource;
import iam.api.entity.Role;
import iam.api.entity.Rule;
import iam.api.entity.Session;
import iam.api.entity.Site;
import iam.api.entity.Subscription;
import iam.api.entity.Syncer;
import iam.api.entity.Ticket;
import iam.api.entity.Token;
import iam.api.entity.Transaction;
import iam.api.entity.User;
import iam.api.entity.Verification;
import iam.api.entity.Webhook;
import iam.api.entity.WebhookEvent;
import java.util.List;

/** The entity types of the server, once: JSON, tables, filters, masks, the API description and contract tests all read this list. */
public final class Catalogue {
    private static final List<EntityType<?>> STANDARD = List.of(
            EntityType.define("adapter", Adapter.class),
            EntityType.define("agent", Agent.class),
            EntityType.define("application", Application.class),
            EntityType.define("cert", Cert.class),
            EntityType.define("coupon", Coupon.class),
            EntityType.define("enforcer", Enforcer.class),
            EntityType.define("entry", Entry.class),
            EntityType.define("form", Form.class),
            EntityType.define("group", Group.class),
            EntityType.define("invitation", Invitation.class),
            EntityType.define("key", AccessKey.class),
            EntityType.define("ldap", Ldap.class),
            EntityType.define("model", Model.class),
            EntityType.define("order", Order.class),
            EntityType.define("organization", Organization.class),
            EntityType.define("payment", Payment.class),
            EntityType.define("permission", Permission.class),
            EntityType.define("plan", Plan.class),
            EntityType.define("pricing", Pricing.class),
            EntityType.define("product", Product.class),
            EntityType.define("provider", Provider.class),
            EntityType.define("record", AuditRecord.class),
            EntityType.define("resource", Resource.class),
            EntityType.define("role", Role.class),
            EntityType.define("rule", Rule.class),
            EntityType.define("server", McpServer.class),
            EntityType.define("session", Session.class),
            EntityType.define("site", Site.class),
            EntityType.define("subscription", Subscription.class),
            EntityType.define("syncer", Syncer.class),
            EntityType.define("ticket", Ticket.class),
            EntityType.define("token", Token.class),
            EntityType.define("transaction", Transaction.class),
            EntityType.define("user", User.class),
            EntityType.define("verification", Verification.class),
            EntityType.define("webhook", Webhook.class),
            EntityType.define("webhook-event", WebhookEvent.class));

    private Catalogue() {
    }

    /**
     * The types that the server itself brings.
     *
     * @return in alphabetical order of their names
     */
    public static List<EntityType<?>> standard() {
        return STANDARD;
    }
}
