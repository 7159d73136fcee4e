package org.semblance.linkage.registers;

/** The two registers and what is true of both. */
record Pair(Plan plan, Common common, Side source, Side target) {
    /** The day of the visit that a person is compared with: the one numbered first, in the source where there is one. */
    int firstDay(long whole) {
        Register register = source.register();
        if (whole < register.people()) {
            return source.days().day(register.firstSlot(whole));
        }
        Register second = target.register();
        return target.days().day(second.firstSlot(whole - register.people() + second.linkedPeople()));
    }
}
