package iam.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Longest text that the field takes, in Unicode code points; longer text is refused before the store sees it (contract: entities/*.json, maxLength). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Length {
    /**
     * The limit.
     *
     * @return code points, at least 1
     */
    int value();
}
