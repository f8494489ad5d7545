package iam.war.operation;

import iam.api.Message;
import iam.spi.authn.Caller;
import iam.war.i18n.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request and its answer on their way through the server, for those who watch: the audit trail, the metrics, the log. One thread, one exchange. */
public final class Exchange {
    private final String id;
    private final long start = System.nanoTime();
    private final Request request;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private Language language = Language.ENGLISH;
    private Operation operation;
    private Call call;
    private boolean judged;
    private Message failure;
    private Reply reply = Reply.empty(500);

    /** Begins an exchange. */
    public Exchange(String id, Request request) {
        this.id = id;
        this.request = request;
        this.call = new Call(request, Caller.ANONYMOUS);
    }

    /** What tells the request from all others, in the log and in the answer. */
    public String id() {
        return id;
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** Headers of the answer beside those of the reply. */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** Adds a header to the answer. */
    public void header(String name, String value) {
        headers.add(Map.entry(name, value));
    }

    /** The language of the answer. */
    public Language language() {
        return language;
    }

    /** Sets the language of the answer. */
    public void language(Language chosen) {
        language = chosen;
    }

    /** What was called; empty for an unknown path, and for what was answered before anybody looked. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /** Sets what was called. */
    public void operation(Operation called) {
        operation = called;
    }

    /** The call, by nobody as long as the caller is not known. */
    public Call call() {
        return call;
    }

    /** Sets the call, now that the caller is known. */
    public void call(Call known) {
        call = known;
    }

    /** Marks that credentials are looked at: from here on the exchange is more than a knock at the door. */
    public void judge() {
        judged = true;
    }

    /** Whether the caller's credentials were looked at; when not, the answer came from the edge. */
    public boolean judged() {
        return judged;
    }

    /** What went wrong, when that is in the catalogue of texts. */
    public Optional<Message> failure() {
        return Optional.ofNullable(failure);
    }

    /** Sets what went wrong. */
    public void failure(Message message) {
        failure = message;
    }

    /** The answer. */
    public Reply reply() {
        return reply;
    }

    /** Sets the answer. */
    public void reply(Reply answer) {
        reply = answer;
    }

    /** The time since the request was read, in nanoseconds. */
    public long nanos() {
        return System.nanoTime() - start;
    }
}
