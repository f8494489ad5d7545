package iam.war.operation;

import iam.api.Entity;
import iam.spi.authn.Caller;
import java.util.ArrayList;
import java.util.List;

/** One call of an operation on its way through the server: who calls, what it is about, and what goes along with the answer. One thread, one call. */
public final class Call {
    private final Request request;
    private final Caller caller;
    private Entity target;
    private Entity entity;
    private final List<String> cookies = new ArrayList<>();
    private String session;
    private Caller recorded;
    private String detail = "";

    /** Makes a call. */
    public Call(Request request, Caller caller) {
        this.request = request;
        this.caller = caller;
        this.recorded = caller;
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** Who asks. */
    public Caller caller() {
        return caller;
    }

    /** The stored object that the call is about, or null when there is none. */
    public Entity target() {
        return target;
    }

    /** The object in the body of an add or update, or null. */
    public Entity entity() {
        return entity;
    }

    /** Sets the objects that authorization has looked at. */
    public void about(Entity stored, Entity sent) {
        this.target = stored;
        this.entity = sent;
    }

    /** Gives the browser another session cookie: its value after a sign-in, or a meaningless one after a logout. */
    public void session(String cookie) {
        session = cookie;
    }

    /** The value of the new session cookie, or null. */
    public String session() {
        return session;
    }

    /** Adds a {@code Set-Cookie} header to the answer. */
    public void cookie(String header) {
        cookies.add(header);
    }

    /** The cookies to set. */
    public List<String> cookies() {
        return cookies;
    }

    /** Files the audit record under somebody other than the caller, such as the user who has just signed in. */
    public void recordAs(Caller who) {
        recorded = who;
    }

    /** Whom the audit record names. */
    public Caller recorded() {
        return recorded;
    }

    /** Adds words to the audit record, such as why a sign-in failed; nothing secret. */
    public void detail(String text) {
        detail = text;
    }

    /** The words for the audit record. */
    public String detail() {
        return detail;
    }
}
