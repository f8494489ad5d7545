package iam.war.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An operation of the API as data: what is authorized, documented and run.
 *
 * @param method {@code GET}, {@code POST}, ... or {@code ANY}
 * @param path such as {@code /api/get-user}; a segment that begins with a colon stands for any one segment
 * @param summary one line for the API description
 * @param access who may call it
 * @param target where the object of the call comes from
 * @param parameters what it reads beside the object
 * @param takes what its JSON body holds; null for none, or anything
 * @param answer what kind of answer it gives
 * @param gives what the answer holds; null where the kind says it all
 * @param asksToSignIn whether a refusal may have the words "Please login first" in place of its data
 * @param handler what it does
 */
public record Operation(String method, String path, String summary, Access access, Target target, List<Parameter> parameters, Class<?> takes, Answer answer, Class<?> gives,
        boolean asksToSignIn, Handler handler) {
    /** Kinds of answers, for the API description. */
    public enum Answer {
        /** The envelope with the object, or null. */
        OBJECT,
        /** The envelope with a list of objects; with their total when a page was asked for. */
        LIST,
        /** The envelope of a write. */
        AFFECTED,
        /** The envelope with data of another kind. */
        DATA,
        /** A JSON document of its own. */
        DOCUMENT,
        /** A page or file. */
        PAGE
    }

    /** The line of the committed list: what a reviewer looks at when authorization changes. */
    public String line() {
        return method + " " + path + " " + access + " " + target;
    }

    /** Begins a declaration. */
    public static Builder of(String method, String path, String summary) {
        return new Builder(method, path, summary);
    }

    /** A declaration in the making. */
    public static final class Builder {
        private final String method;
        private final String path;
        private final String summary;
        private Access access;
        private Target target = Target.NONE;
        private final List<Parameter> parameters = new ArrayList<>();
        private Class<?> takes;
        private Answer answer;
        private Class<?> gives;
        private boolean asksToSignIn;

        private Builder(String method, String path, String summary) {
            this.method = method;
            this.path = path;
            this.summary = summary;
        }

        /** Who may call it. */
        public Builder access(Access who) {
            access = who;
            return this;
        }

        /** What it is about. */
        public Builder target(Target what) {
            target = what;
            return this;
        }

        /** Optional parameters of the query. */
        public Builder query(String... names) {
            for (String name : names) {
                parameters.add(Parameter.query(name));
            }
            return this;
        }

        /** Optional fields of a form. */
        public Builder form(String... names) {
            for (String name : names) {
                parameters.add(Parameter.form(name));
            }
            return this;
        }

        /** Optional parameters that may stand in the query or in a form. */
        public Builder anywhere(String... names) {
            return query(names).form(names);
        }

        /** An uploaded file. */
        public Builder file(String name) {
            parameters.add(new Parameter(name, "form", "file", true));
            return this;
        }

        /** Parameters of the query that must be there. */
        public Builder required(String... names) {
            for (String name : names) {
                parameters.add(Parameter.required(name));
            }
            return this;
        }

        /** What its JSON body holds, where that does not follow from its object. */
        public Builder takes(Class<?> body) {
            takes = body;
            return this;
        }

        /** It answers one of these, or null, where that does not follow from its object. */
        public Builder gives(Class<?> entity) {
            gives = entity;
            return answers(Answer.OBJECT);
        }

        /** It answers a list of these, where that does not follow from its object. */
        public Builder givesAll(Class<?> entity) {
            gives = entity;
            return answers(Answer.LIST);
        }

        /** It asks callers to sign in by itself, with these words as the data of its refusal. */
        public Builder asksToSignIn() {
            asksToSignIn = true;
            return this;
        }

        /** What kind of answer it gives, where that does not follow from its object. */
        public Builder answers(Answer kind) {
            answer = kind;
            return this;
        }

        /** What it does. */
        public Operation run(Handler handler) {
            Class<?> object = target.type() == null ? null : target.type().javaType();
            boolean sent = Set.of(Target.Source.UPDATE, Target.Source.BODY, Target.Source.KEY_IN_BODY).contains(target.source());
            Answer kind = answer == null ? natural() : answer;
            boolean found = kind == Answer.OBJECT || kind == Answer.LIST;
            return new Operation(method, path, summary, access, target, List.copyOf(parameters), takes == null && sent ? object : takes, kind, gives == null && found ? object : gives,
                    asksToSignIn || access != null && access.asksToSignIn(), handler);
        }

        private Answer natural() {
            return switch (target.source()) {
                case LIST -> Answer.LIST;
                case ID -> method.equals("GET") ? Answer.OBJECT : Answer.DATA;
                case UPDATE, BODY, KEY_IN_BODY -> Answer.AFFECTED;
                default -> access == Access.CLIENT || path.startsWith("/.well-known/") ? Answer.DOCUMENT : Answer.DATA;
            };
        }
    }
}
