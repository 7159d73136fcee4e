package org.semblance.linkage.registers;

import org.semblance.generate.people.People;
import org.semblance.generate.people.Person;

/** Whom and which visit the row in the making is about: a cursor of one thread. */
final class Subject {
    private final Person person;
    private long slot;
    private int day;

    Subject(People people) {
        person = people.cursor();
    }

    Subject at(long number, int visitDay, long visitSlot) {
        person.at(number, visitDay);
        day = visitDay;
        slot = visitSlot;
        return this;
    }

    Person person() {
        return person;
    }

    /** Epoch day of the visit. */
    int day() {
        return day;
    }

    /** The visit's place in time. */
    long slot() {
        return slot;
    }
}
