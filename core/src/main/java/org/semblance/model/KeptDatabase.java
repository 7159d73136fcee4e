package org.semblance.model;

import java.util.List;

/**
 * What was in a model file of a database.
 *
 * @param synthesizer the name its loader was found by
 * @param contents what the model holds of the real data, one sentence each
 */
public record KeptDatabase(DatabaseModel model, String synthesizer, Provenance provenance, List<String> contents)
        implements Opened {
    public KeptDatabase {
        contents = List.copyOf(contents);
    }
}
