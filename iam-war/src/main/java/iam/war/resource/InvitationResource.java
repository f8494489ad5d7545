package iam.war.resource;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Mask;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Invitation;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.account.Invitations;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Invitations. Whoever has a code may ask what it is for, and sees nothing that helps to guess another. */
@Component
final class InvitationResource extends Crud<Invitation> {
    private final Directory directory;
    private final Invitations invitations;

    @Inject
    InvitationResource(EntityStore store, Directory directory, Invitations invitations) {
        super(EntityType.of(Invitation.class), store);
        this.directory = directory;
        this.invitations = invitations;
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>(super.operations());
        operations.add(Operation.of("GET", "/api/get-invitation-info", "Reads what an invitation code is for").access(Access.ANYONE)
                .required("code").query("applicationId").run(this::info));
        operations.add(Operation.of("GET", "/api/verify-invitation", "Checks whether an invitation can be used").access(Access.ADMIN)
                .target(Target.id(type)).required("id").run(this::verify));
        return operations;
    }

    private Envelope info(Call call) {
        String id = call.request().query("applicationId");
        Application application = directory.application(Ids.pair(id)[1]).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, id));
        Invitation invitation = invitations.usable(application, application.organization, call.request().query("code"));
        invitation.createdTime = "";
        invitation.updatedTime = "";
        invitation.signupGroup = "";
        invitation.code = Mask.TEXT;
        invitation.defaultCode = Mask.TEXT;
        invitation.isRegexp = false;
        invitation.quota = -1;
        invitation.usedCount = -1;
        return Envelope.ok(invitation);
    }

    private Envelope verify(Call call) {
        if (call.target() == null) {
            throw new ApiException(Message.INVITATION_CODE_INVALID);
        }
        Invitation invitation = (Invitation) call.target();
        Invitations.checkUsable(invitation);
        return Envelope.ok(invitation);
    }

    @Override
    protected void adding(Call call, Invitation invitation) {
        check(invitation);
    }

    @Override
    protected Set<String> updating(Call call, Invitation stored, Invitation sent) {
        check(sent);
        return Set.of();
    }

    private static void check(Invitation invitation) {
        invitation.isRegexp = Invitations.pattern(invitation.code);
        if (!invitation.code.isEmpty() && !Invitations.matches(invitation, invitation.defaultCode)) {
            throw new ApiException(Message.INVITATION_DEFAULT_CODE_MISMATCH);
        }
    }
}
