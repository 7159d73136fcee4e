package org.semblance.linkage.registers;

import org.semblance.generate.people.People;
import org.semblance.random.Rng;

/**
 * What is true of the people whichever file they stand in.
 *
 * @param clinical the key of the clinical results
 */
record Common(People people, Identifiers identifiers, long clinical) {
    static Common of(Parameters parameters, Rng rng) {
        return new Common(
                // Visits come from days and rounds, not from lives: who dies, dies after the last day of both files.
                People.surviving(parameters.people(), rng.child("people")),
                new Identifiers(parameters.source().formats().identifierFormat(), rng.child("identifiers")),
                rng.child("clinical").nextLong());
    }
}
