package iam.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type whose {@code owner} is always {@code admin}; another field names the organization (contract: auth.md section 3.1). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OwnedByAdmin {
    /**
     * The field that names the organization.
     *
     * @return the JSON name
     */
    String value() default "organization";
}
