package org.semblance.linkage.link;

import org.semblance.linkage.score.Links;
import org.semblance.run.Run;

/** Finds which rows of two files are the same person. */
public interface Linker {
    /** What it is called, in one word or two. */
    String name();

    /** What it does, exactly enough that somebody else could do the same. */
    String statement();

    Links link(Fields fields, Run run);
}
