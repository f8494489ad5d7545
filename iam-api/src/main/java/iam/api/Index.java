package iam.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fields that rows are looked up or ordered by together; a store keeps an index on them in this order. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Index.List.class)
public @interface Index {
    /**
     * The names of the fields.
     *
     * @return JSON names, at least one
     */
    String[] value();

    /** Several indexes of one type. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The indexes.
         *
         * @return at least one
         */
        Index[] value();
    }
}
