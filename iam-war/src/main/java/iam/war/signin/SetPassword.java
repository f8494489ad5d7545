package iam.war.signin;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.account.Users;
import iam.war.authn.Callers;
import iam.war.authn.PasswordCheck;
import iam.war.authn.Sessions;
import iam.war.crypto.Digests;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** POST /api/set-password: by the user himself or an administrator of his organization (contract: auth.md section 10). */
@Component
final class SetPassword implements Operations {
    private final Directory directory;
    private final Users users;
    private final PasswordCheck passwordCheck;
    private final Sessions sessions;

    @Inject
    SetPassword(Directory directory, Users users, PasswordCheck passwordCheck, Sessions sessions) {
        this.directory = directory;
        this.users = users;
        this.passwordCheck = passwordCheck;
        this.sessions = sessions;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("POST", "/api/set-password", "Sets a user's password").access(Access.ANYONE)
                .form("userOwner", "userName", "oldPassword", "newPassword", "code").run(this::set));
    }

    private Envelope set(Call call) {
        String owner = call.request().formParameter("userOwner");
        String name = call.request().formParameter("userName");
        String password = call.request().formParameter("newPassword");
        User user = directory.user(owner, name).filter(found -> !found.isDeleted).orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, owner + "/" + name));
        Users.checkSpaces(password);
        Optional<BrowserSession> verified = Optional.empty();
        if (call.request().formParameter("code").isEmpty()) {
            checkCaller(call, user);
        } else {
            verified = Optional.of(verified(call, user));
        }
        users.checkNewPassword(user, password);
        users.changePassword(user, password, call.caller().is(owner, name) ? call.caller().sessionId() : "");
        sessions.of(call.request()).filter(session -> call.caller().is(owner, name) && session.sid.equals(call.caller().sessionId()) && session.remembered("restricted").equals("password")).ifPresent(session -> forget(session, "restricted"));
        verified.ifPresent(session -> forget(session, VerificationOperations.VERIFIED_CODE, VerificationOperations.VERIFIED_USER));
        call.recordAs(Callers.user(user, "", ""));
        return Envelope.ok(null);
    }

    /** A session that was for setting a new password only has served this purpose, and is one like others from now on; a code is good for one new password. */
    private void forget(BrowserSession session, String... names) {
        session.data = new HashMap<>(session.data);
        session.data.keySet().removeAll(List.of(names));
        sessions.save(session, "data");
    }

    /** Who has forgotten his password has shown a code in this browser before. */
    private BrowserSession verified(Call call, User user) {
        String code = call.request().formParameter("code");
        return sessions.of(call.request()).filter(session -> session.remembered(VerificationOperations.VERIFIED_USER).equals(user.id())
                && Digests.same(session.remembered(VerificationOperations.VERIFIED_CODE), code)).orElseThrow(() -> new ApiException(Message.MISSING_PARAMETER));
    }

    /** A member types his old password; an administrator need not, but when he does it must be right. */
    private void checkCaller(Call call, User user) {
        Caller caller = call.caller();
        if (caller.kind() == Caller.Kind.ANONYMOUS) {
            throw new ApiException(Message.PLEASE_LOGIN_FIRST).data(Message.PLEASE_LOGIN_FIRST.english());
        }
        boolean administrator = caller.administers(user.owner);
        if (!administrator && !caller.is(user.owner, user.name)) {
            throw new ApiException(Message.UNAUTHORIZED_OPERATION);
        }
        String old = call.request().formParameter("oldPassword");
        if (!old.isEmpty()) {
            passwordCheck.check(user, old);
        } else if (!administrator) {
            throw new ApiException(Message.PASSWORD_EMPTY);
        }
    }
}
