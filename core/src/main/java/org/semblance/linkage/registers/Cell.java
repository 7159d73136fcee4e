package org.semblance.linkage.registers;

import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.Person;

/** What a column of a register says of a person on the day of a visit. Thread-safe: all state is in the subject. */
interface Cell {
    /**
     * @param person whom the row is about: the subject's, or one of the household as of the same day
     * @return null where there is nothing to say
     */
    @Nullable
    String of(Person person, Subject subject);
}
