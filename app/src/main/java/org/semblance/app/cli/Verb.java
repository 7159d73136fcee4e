package org.semblance.app.cli;

import java.io.IOException;

/** One command. */
interface Verb {
    /**
     * Does it.
     *
     * @return the exit code
     */
    int call(Console console) throws IOException;
}
