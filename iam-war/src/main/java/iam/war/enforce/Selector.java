package iam.war.enforce;

import iam.api.ApiException;
import iam.api.Message;
import iam.war.operation.Ids;
import iam.war.operation.Request;
import java.util.List;

/**
 * What an enforce call asks: exactly one of five parameters.
 *
 * @param name the parameter
 * @param value its value
 * @param owner the organization that it belongs to
 */
record Selector(String name, String value, String owner) {
    static final List<String> NAMES = List.of("permissionId", "modelId", "resourceId", "enforcerId", "owner");

    /** The names of those that a request gives: one or none. */
    static List<String> given(Request request) {
        List<String> given = NAMES.stream().filter(name -> !request.query(name).isEmpty()).toList();
        if (given.size() > 1) {
            throw new ApiException(Message.ENFORCE_SELECTORS);
        }
        return given;
    }

    static Selector of(Request request) {
        List<String> given = given(request);
        if (given.isEmpty()) {
            throw new ApiException(Message.MISSING_PARAMETER);
        }
        String value = request.query(given.get(0));
        return new Selector(given.get(0), value, given.get(0).equals("owner") ? value : Ids.pair(value)[0]);
    }
}
