package org.semblance.model;

import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.Metadata;

/** Whatever yields whole databases: related tables, sequences, or both. Immutable and thread-safe. */
public interface DatabaseModel {
    /** What it yields, without the rows. */
    Metadata metadata();

    /** A stream of new rows of all tables. The same randomness gives the same bytes on any number of threads. */
    DatabaseRows sample(Size size, Run run);

    /** Everything the model knows, as readable JSON and arrays: what {@link ModelFile} keeps. */
    Stored store();

    /** What the model holds of the real data, one sentence each, for people who decide who may see it. */
    List<String> contents();
}
