package org.semblance.synthesize.sequence;

/** What becomes of a column of a table of sequences. */
enum Role {
    /** Part of the entity, made anew: no two sequences have the same. */
    ENTITY,
    /** The same in all steps of an entity: drawn once for each. */
    CONTEXT,
    /** Drawn step by step. */
    STEP,
    /** A key of the rows, made anew. */
    KEY,
    /** An identifier or a text that is the same in all steps of an entity: made anew once for each. */
    MADE_ONCE,
    /** An identifier or a text of the rows, made anew. */
    MADE
}
