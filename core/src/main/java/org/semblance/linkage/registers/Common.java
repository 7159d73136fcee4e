package org.semblance.linkage.registers;

import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.People;
import org.semblance.random.Rng;

/**
 * What is true of the people whichever file they stand in.
 *
 * @param clinical the key of the clinical results
 */
record Common(People people, Identifiers identifiers, long clinical) {
    /** @param like people who may be of the same country */
    static Common of(Parameters parameters, @Nullable People like, Rng rng) {
        People.Options options = parameters.people();
        Rng own = rng.child("people");
        return new Common(
                // Visits come from days and rounds, not from lives: who dies, dies after the last day of both files.
                like != null && like.options().equals(options) ? like.others(own) : People.surviving(options, own),
                new Identifiers(parameters.source().formats().identifierFormat(), rng.child("identifiers")),
                rng.child("clinical").nextLong());
    }
}
