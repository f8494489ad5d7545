package iam.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A secret: masked in every answer unless the resource reveals it, never a filter or sort field, never logged. A mask that a client
 * sends back keeps the stored value (contract: entities.md section 5). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Secret {
    /**
     * What callers see instead.
     *
     * @return the mask
     */
    Mask value() default Mask.STARS;
}
