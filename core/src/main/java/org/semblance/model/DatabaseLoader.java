package org.semblance.model;

import org.semblance.table.Metadata;

/** Puts a stored model of a database together again. */
public interface DatabaseLoader {
    /** @throws org.semblance.plugin.ProblemException if the parts do not fit together */
    DatabaseModel load(Stored stored, Metadata metadata);
}
