package org.semblance.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of an {@code Options} record. From it come the range check, the command-line flag, the YAML
 * key, the JSON Schema, the reference page and the provenance entry.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Option {
    /** What it does, in one sentence. */
    String value();

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** The allowed words of a text option; empty means any. */
    String[] choices() default {};

    /** Whether a text names a column, or is a formula of columns. */
    boolean column() default false;

    /** What an option of names with values holds for each name. */
    Each each() default Each.VALUE;
}
