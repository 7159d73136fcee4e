package org.semblance.generate.people;

/**
 * How a country numbers its people.
 *
 * @param serials how many serial numbers it has per birthday and sex; 0 where the number has nothing to do with birthday
 * @param capacity how many different numbers there are where it has nothing to do with birthday, else 0
 */
record Identifier(int serials, long capacity, Writer writer) {
    /** Writes one number. */
    interface Writer {
        /** @param value the serial number from 0, or where there is none the scattered number of the person */
        String write(long value, int birthDay, boolean female);

        /** Whether the number is made of the name at birth too. */
        default boolean named() {
            return false;
        }

        /** @param surname at birth in plain small letters, as {@code given} */
        default String write(long value, int birthDay, boolean female, String surname, String given) {
            return write(value, birthDay, female);
        }
    }

    /** A number that is made of birthday, sex and a serial number. */
    static Identifier born(int serials, Writer writer) {
        return new Identifier(serials, 0, writer);
    }

    /** A number that says nothing about the person. */
    static Identifier plain(long capacity, Writer writer) {
        return new Identifier(0, capacity, writer);
    }
}
