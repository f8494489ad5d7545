package iam.war.operation;

import iam.spi.authn.Caller;
import java.util.function.BiPredicate;

/** Who may call an operation, as a function of the caller and of the object that the call is about (contract: auth.md section 3.1). */
public enum Access {
    /** Anybody. The handler masks what the caller may not see. */
    ANYONE((caller, subject) -> true, false),
    /** The operation authenticates an OAuth client itself; credentials of the call are not looked at. */
    CLIENT((caller, subject) -> true, false),
    /** Anybody with a browser: fields of its forms are not taken for credentials of the call. The page signs users in itself. */
    PAGE((caller, subject) -> true, false),
    /** Anybody who has authenticated; others are asked to sign in. The handler decides on the object. */
    SIGNED_IN((caller, subject) -> caller.kind() != Caller.Kind.ANONYMOUS && caller.kind() != Caller.Kind.DYNAMIC_CLIENT, true),
    /** A user; others are asked to sign in. The handler decides on the object. */
    USER((caller, subject) -> caller.user(), true),
    /** The user that the call is about, or an administrator of his organization. */
    SELF_OR_ADMIN((caller, subject) -> caller.administers(subject.organization()) || caller.is(subject.organization(), subject.user()), false),
    /** An administrator of the object's organization, one of its applications, or a global administrator. */
    ADMIN((caller, subject) -> caller.administers(subject.organization()), false),
    /** The same, but a user. */
    ADMIN_USER((caller, subject) -> caller.user() && caller.administers(subject.organization()), false),
    /** Any application, or a global administrator. */
    APPLICATION((caller, subject) -> caller.global() || caller.kind() == Caller.Kind.APPLICATION, false),
    /** A global administrator. */
    GLOBAL((caller, subject) -> caller.global(), false);

    private final BiPredicate<Caller, Subject> rule;
    private final boolean asksToSignIn;

    Access(BiPredicate<Caller, Subject> rule, boolean asksToSignIn) {
        this.rule = rule;
        this.asksToSignIn = asksToSignIn;
    }

    /** Whether the caller may. */
    public boolean allows(Caller caller, Subject subject) {
        return rule.test(caller, subject);
    }

    /** Whether credentials of the call are looked at. */
    public boolean readsCredentials() {
        return this != CLIENT && this != PAGE;
    }

    /** Whether a refusal is worded as "Please login first", in the seven-member envelope. */
    public boolean asksToSignIn() {
        return asksToSignIn;
    }
}
