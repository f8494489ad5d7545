package iam.war.system;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.greater;
import static iam.spi.store.Condition.less;
import static iam.spi.store.Condition.notEqual;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.entity.Application;
import iam.api.entity.AuditRecord;
import iam.api.entity.Group;
import iam.api.entity.Organization;
import iam.api.entity.Provider;
import iam.api.entity.Role;
import iam.api.entity.Subscription;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Times;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Handler;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures for the start page of administrators. Every number is a count over an index; nothing is read row by row but the providers. */
@Component
final class DashboardOperations implements Operations {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final Map<String, Class<? extends Entity>> COUNTED = new TreeMap<>(Map.of("organizationCounts", Organization.class, "userCounts", User.class,
            "providerCounts", Provider.class, "applicationCounts", Application.class, "subscriptionCounts", Subscription.class, "groupCounts", Group.class, "roleCounts", Role.class));
    private static final int DAYS = 31;

    private final EntityStore store;

    @Inject
    DashboardOperations(EntityStore store) {
        this.store = store;
    }

    @Override
    public List<Operation> operations() {
        return List.of(of("get-dashboard", "Counts what there was on each of the last days", this::counts), of("get-dashboard-providers", "Counts providers by category", this::providers),
                of("get-dashboard-mfa", "Counts users by second factor", this::secondFactors), of("get-dashboard-heatmap", "Counts recorded calls on each of the last days", this::calls));
    }

    private static Operation of(String name, String summary, Handler handler) {
        return Operation.of("GET", "/api/" + name, summary).access(Access.ADMIN).target(Target.list(USER)).required("owner").answers(Operation.Answer.DATA).run(handler);
    }

    private Envelope counts(Call call) {
        Map<String, List<Long>> counts = new LinkedHashMap<>();
        COUNTED.forEach((name, type) -> counts.put(name, sums(EntityType.of(type), call.request().query("owner"))));
        return Envelope.ok(counts);
    }

    /** From the total, which the store knows without counting, back to what there was at the end of each day. */
    private List<Long> sums(EntityType<?> type, String owner) {
        Query all = owner.isEmpty() ? Query.where() : Query.where(equal(type.scope().name(), owner));
        long sum = store.count(type, all);
        List<Long> daily = daily(type, all);
        List<Long> sums = new ArrayList<>();
        for (int day = DAYS - 1; day >= 0; day--) {
            sums.add(0, sum);
            sum -= daily.get(day);
        }
        return sums;
    }

    private List<Long> daily(EntityType<?> type, Query all) {
        Instant end = Instant.now().plusSeconds(1);
        List<Long> counts = new ArrayList<>();
        for (int ago = DAYS; ago > 0; ago--) {
            Instant begin = end.minus(Duration.ofDays(ago));
            // the second before the first one, since there is no "not less"
            counts.add(store.count(type, all.and(greater("createdTime", Times.text(begin.minusSeconds(1)))).and(less("createdTime", Times.text(begin.plus(Duration.ofDays(1)))))));
        }
        return counts;
    }

    private Envelope providers(Call call) {
        String owner = call.request().query("owner");
        Map<String, Integer> counts = new TreeMap<>();
        store.list(PROVIDER, owner.isEmpty() ? Query.where() : Query.where(equal("owner", owner))).forEach(provider -> counts.merge(provider.category, 1, Integer::sum));
        return Envelope.ok(counts.entrySet().stream().map(entry -> Map.of("category", entry.getKey(), "count", entry.getValue())).toList());
    }

    private Envelope secondFactors(Call call) {
        String owner = call.request().query("owner");
        Query all = owner.isEmpty() ? Query.where() : Query.where(equal("owner", owner));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("total", store.count(USER, all));
        counts.put("sms", store.count(USER, all.and(equal("mfaPhoneEnabled", true))));
        counts.put("email", store.count(USER, all.and(equal("mfaEmailEnabled", true))));
        counts.put("app", store.count(USER, all.and(notEqual("totpSecret", ""))));
        return Envelope.ok(counts);
    }

    private Envelope calls(Call call) {
        String owner = call.request().query("owner");
        EntityType<AuditRecord> record = EntityType.of(AuditRecord.class);
        Query all = owner.isEmpty() ? Query.where() : Query.where(equal(record.scope().name(), owner));
        return Envelope.ok(Map.of("days", DAYS, "counts", daily(record, all)));
    }
}
