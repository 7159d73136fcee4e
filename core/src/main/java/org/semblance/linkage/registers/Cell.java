package org.semblance.linkage.registers;

import org.semblance.generate.people.Person;
import org.semblance.io.ByteSink;

/** What a column of a register says of a person on the day of a visit. Thread-safe: all state is in the subject. */
interface Cell {
    /**
     * Writes it; nothing where there is nothing to say.
     *
     * @param person whom the row is about: the subject's, or one of the household as of the same day
     */
    void write(Person person, Subject subject, ByteSink out);
}
