package org.semblance.model;

import java.util.List;

/** What was in a model file: a model of one table, or of a database. */
public sealed interface Opened permits Kept, KeptDatabase {
    /** The name its loader was found by. */
    String synthesizer();

    Provenance provenance();

    /** What the model holds of the real data, one sentence each. */
    List<String> contents();
}
