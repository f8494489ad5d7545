package iam.war.data;

import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Entity;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.api.entity.SigninMethod;
import iam.api.json.EntityReader;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the server fills in where a new organization or application leaves something open (contract: entities/organization.json, entities/application.json). */
public final class Defaults {
    /** For how many hours a browser need not show a second factor again, unless the organization says so. */
    public static final int REMEMBER_HOURS = 12;
    private static final Organization ORGANIZATION = read("organization-defaults.json", Organization.class);
    private static final Application APPLICATION = read("application-defaults.json", Application.class);

    private Defaults() {
    }

    private static <E extends Entity> E read(String file, Class<E> type) {
        try (InputStream in = Defaults.class.getResourceAsStream(file); JsonParser parser = JsonProvider.provider().createParser(in)) {
            return EntityReader.read(parser, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes a new organization. */
    public static void fill(Organization organization) {
        copyEmpty(ORGANIZATION, organization);
        fillAlways(organization);
    }

    /** Completes an organization, new or changed. */
    public static void fillAlways(Organization organization) {
        if (organization.balanceCurrency.isEmpty()) {
            organization.balanceCurrency = "USD";
        }
    }

    /** Completes an application, new or changed. */
    public static void fill(Application application) {
        copyEmpty(APPLICATION, application);
        if (empty(application.signinMethods)) {
            application.signinMethods = signinMethods(application);
        }
        application.scopes = present(application.scopes);
        application.tags = present(application.tags);
        application.providers = present(application.providers);
        application.redirectUris = present(application.redirectUris);
        application.tokenFields = present(application.tokenFields);
        application.failedSigninLimit = application.failedSigninLimit == 0 ? 5 : application.failedSigninLimit;
        application.failedSigninFrozenTime = application.failedSigninFrozenTime == 0 ? 15 : application.failedSigninFrozenTime;
    }

    private static List<SigninMethod> signinMethods(Application application) {
        List<SigninMethod> methods = new ArrayList<>();
        if (application.enablePassword) {
            methods.add(method("Password", "All"));
        }
        if (application.enableCodeSignin) {
            methods.add(method("Verification code", "All"));
        }
        if (application.enableWebAuthn) {
            methods.add(method("WebAuthn", "None"));
        }
        methods.add(method("Face ID", "None"));
        return methods;
    }

    private static SigninMethod method(String name, String rule) {
        SigninMethod method = new SigninMethod();
        method.name = name;
        method.displayName = name;
        method.rule = rule;
        return method;
    }

    private static <E extends Entity> void copyEmpty(E from, E to) {
        @SuppressWarnings("unchecked")
        EntityType<E> type = (EntityType<E>) from.type();
        for (EntityField field : type.stored()) {
            if (!field.empty(from) && field.empty(to)) {
                field.set(to, field.get(from));
            }
        }
    }

    private static boolean empty(List<?> list) {
        return list == null || list.isEmpty();
    }

    /** The list, or an empty one. */
    public static <T> List<T> present(List<T> list) {
        return list == null ? List.of() : list;
    }
}
