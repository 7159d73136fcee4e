package org.semblance.generate.people;

import java.util.function.UnaryOperator;

/** How names in other scripts are written in Latin letters. */
final class Romanisation {
    private Romanisation() {}

    static UnaryOperator<String> of(String system) {
        return UnaryOperator.identity();
    }
}
