package org.semblance.generate.people;

/**
 * Social security numbers that were never given out: areas 900 to 999, 000 and 666, then group 00 of the other areas,
 * then serial 0000. Source: Social Security Administration, Program Operations Manual RM 10201.035 (invalid numbers).
 */
final class UnitedStates {
    private static final long SERIALS = 9999;
    private static final long GROUPS = 99;
    private static final int AREAS = 102;
    private static final int ISSUED = 898;
    private static final long BY_AREA = AREAS * GROUPS * SERIALS;
    private static final long BY_GROUP = ISSUED * SERIALS;

    static final Identifier SOCIAL_SECURITY =
            Identifier.plain(BY_AREA + BY_GROUP + ISSUED * GROUPS, (value, birthDay, female) -> write(value));

    private UnitedStates() {}

    private static String write(long value) {
        long area;
        long group;
        long serial;
        if (value < BY_AREA) {
            serial = 1 + value % SERIALS;
            group = 1 + value / SERIALS % GROUPS;
            long place = value / (SERIALS * GROUPS);
            area = place < 100 ? 900 + place : place == 100 ? 0 : 666;
        } else if (value < BY_AREA + BY_GROUP) {
            long rest = value - BY_AREA;
            serial = 1 + rest % SERIALS;
            group = 0;
            area = issued(rest / SERIALS);
        } else {
            long rest = value - BY_AREA - BY_GROUP;
            serial = 0;
            group = 1 + rest % GROUPS;
            area = issued(rest / GROUPS);
        }
        return new Digits()
                .add(area, 3)
                .add('-')
                .add(group, 2)
                .add('-')
                .add(serial, 4)
                .toString();
    }

    private static long issued(long place) {
        return place < 665 ? place + 1 : place + 2;
    }
}
