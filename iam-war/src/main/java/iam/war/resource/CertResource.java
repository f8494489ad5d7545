package iam.war.resource;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.in;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.Revealed;
import iam.api.entity.Application;
import iam.api.entity.Cert;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.jose.Certificates;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Certificates; the server makes key and certificate when they are left out. Private keys are shown one at a time, to those who administer the owner. */
@Component
final class CertResource extends Crud<Cert> {
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);

    private final References references;

    @Inject
    CertResource(EntityStore store, References references) {
        super(EntityType.of(Cert.class), store);
        this.references = references;
    }

    @Override
    public List<Operation> operations() {
        return List.of(list(Access.ADMIN), listAll(), get(Access.ADMIN), add(Access.ADMIN), update(Target.update(type)), delete(Access.ADMIN));
    }

    @Override
    protected List<Condition> listed(Call call, String owner) {
        return List.of(in("owner", List.of(owner, Directory.ADMIN)));
    }

    @Override
    protected Object view(Call call, Cert cert) {
        boolean one = call.request().path().equals("/api/get-cert");
        return one && call.caller().administers(cert.owner) ? new Revealed(cert, Revealed.ALL) : cert;
    }

    @Override
    protected void adding(Call call, Cert cert) {
        requireFree(cert.name);
        generate(cert);
    }

    @Override
    protected Set<String> updating(Call call, Cert stored, Cert sent) {
        if (!stored.name.equals(sent.name)) {
            requireFree(sent.name);
        }
        generate(sent);
        return Set.of();
    }

    /** Applications and published keys name a certificate without its owner, so no two owners may use one name. */
    private void requireFree(String name) {
        if (!store.list(type, Query.where(equal("name", name)).window(0, 1)).isEmpty()) {
            throw new ApiException(Message.ALREADY_EXISTS, type.name(), name);
        }
    }

    private static void generate(Cert cert) {
        boolean own = cert.scope.isEmpty() || cert.scope.equals("JWT");
        if (own && cert.certificate.isEmpty() && cert.privateKey.isEmpty()) {
            Certificates.generate(cert);
        }
    }

    @Override
    protected void changed(Call call, Cert before, Cert after) {
        if (before != null && after != null && !before.name.equals(after.name)) {
            references.replaceEverywhere(APPLICATION, "cert", before.name, after.name);
        }
    }
}
