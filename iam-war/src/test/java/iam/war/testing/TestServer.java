package iam.war.testing;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.json.EntityJsonb;
import iam.spi.authn.Caller;
import iam.war.authz.Authorizer;
import iam.war.i18n.Languages;
import iam.war.i18n.Messages;
import iam.war.operation.Body;
import iam.war.operation.Call;
import iam.war.operation.ContentType;
import iam.war.operation.Operation;
import iam.war.operation.OperationTable;
import iam.war.operation.Request;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

/** All beans of the server over a store in memory, called at the operations: after credentials, before the wire. One for all tests; each makes its own organizations. */
public final class TestServer {
    /** The global administrator. */
    public static final Caller ROOT = new Caller(Caller.Kind.USER, "built-in", "admin", true, true, "", "");

    private static final TestServer SERVER = new TestServer();
    private final SeContainer container;
    private final Jsonb json = EntityJsonb.create();

    private TestServer() {
        Map<String, String> settings = Map.of("iam.data.dir", folder(), "iam.store", "counting", "iam.admin.password", "123");
        settings.forEach(System::setProperty);
        container = SeContainerInitializer.newInstance().initialize();
        bean(OperationTable.class);
        // Other tests of this process read settings too.
        settings.keySet().forEach(System::clearProperty);
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("iam-test").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server. */
    public static TestServer get() {
        return SERVER;
    }

    /** A bean. */
    public <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    /** A member of an organization. */
    public static Caller member(String organization, String name) {
        return new Caller(Caller.Kind.USER, organization, name, false, false, "", "");
    }

    /** An administrator of an organization. */
    public static Caller administrator(String organization, String name) {
        return new Caller(Caller.Kind.USER, organization, name, true, false, "", "");
    }

    /** Calls a GET operation. */
    public JsonObject get(Caller caller, String pathAndQuery) {
        return call(caller, "GET", pathAndQuery, Body.EMPTY);
    }

    /** Calls a POST operation with a JSON body. */
    public JsonObject post(Caller caller, String pathAndQuery, String body) {
        return call(caller, "POST", pathAndQuery, new Body(body.getBytes(StandardCharsets.UTF_8), ContentType.parse("application/json")));
    }

    /** Calls a POST operation with an uploaded file. */
    public JsonObject upload(Caller caller, String pathAndQuery, String fileName, byte[] file) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n\r\n";
        byte[] begin = head.getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[begin.length + file.length + end.length];
        System.arraycopy(begin, 0, all, 0, begin.length);
        System.arraycopy(file, 0, all, begin.length, file.length);
        System.arraycopy(end, 0, all, begin.length + file.length, end.length);
        return call(caller, "POST", pathAndQuery, new Body(all, ContentType.parse("multipart/form-data; boundary=b")));
    }

    private JsonObject call(Caller caller, String method, String pathAndQuery, Body body) {
        int question = pathAndQuery.indexOf('?');
        String path = "/api/" + (question < 0 ? pathAndQuery : pathAndQuery.substring(0, question));
        String query = question < 0 ? "" : pathAndQuery.substring(question + 1);
        Request request = new Request(new Request.Line(method, path, query, "http://localhost:8000", "127.0.0.1"), Map.of(), Map.of(), body);
        Operation operation = bean(OperationTable.class).find(method, path).orElseThrow();
        Call call = new Call(request, caller);
        Envelope answer;
        try {
            bean(Authorizer.class).authorize(operation, call);
            answer = (Envelope) operation.handler().handle(call);
        } catch (ApiException e) {
            answer = Envelope.error(Messages.text(Languages.negotiate(""), e.message(), e.arguments()), e.data());
        }
        return Json.createReader(new StringReader(json.toJson(answer))).readObject();
    }
}
