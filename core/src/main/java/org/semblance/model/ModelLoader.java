package org.semblance.model;

import org.semblance.table.Schema;

/** Puts a stored model together again. */
public interface ModelLoader {
    /** @throws org.semblance.plugin.ProblemException if the parts do not fit together */
    Model load(Stored stored, Schema schema);
}
