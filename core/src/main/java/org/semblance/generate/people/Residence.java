package org.semblance.generate.people;

/**
 * Where somebody lives as of a day. A household, and each half of a couple before and after, has a stream of moves from
 * the first day on, with exponential times between them (a Poisson process); an address is the stream and how many moves
 * lie behind it.
 *
 * <p>Of 100 movers 62 stay in the county and 22 in the state (US Census Bureau, CPS Geographic Mobility 2019 to 2020,
 * rounded; from abroad left out): here town and region.
 */
final class Residence {
    static final int HOUSEHOLD = 0;
    static final int BEFORE = 1;
    static final int AFTER = 2;
    private static final double SAME_TOWN = 0.62;
    private static final double SAME_REGION = 0.84;

    private final Society society;
    private final Places places;
    private long loaded = -1;
    private long lastStream = -1;
    private int lastDay;
    private int moves;
    int town;
    long address;

    Residence(Society society, Places places) {
        this.society = society;
        this.places = places;
    }

    void reset() {
        loaded = -1;
        lastStream = -1;
    }

    /** Which stream somebody lives in. */
    static long stream(Family family, Events events, int place, int day) {
        boolean guest = family.couple() && place == 1;
        int phase = guest && day < events.together() ? BEFORE : guest && day >= events.divorce() ? AFTER : HOUSEHOLD;
        return (phase == HOUSEHOLD ? family.first : family.first + place) << 2 | phase;
    }

    void load(Family family, long stream, int day) {
        if (stream == lastStream && day == lastDay) {
            return;
        }
        lastStream = stream;
        lastDay = day;
        moves = moves(stream, day);
        long id = stream << 20 | moves;
        if (id == loaded) {
            return;
        }
        loaded = id;
        town = places.anywhere(society.key.at(family.first, Draw.CITY));
        for (int move = 1; move <= moves; move++) {
            town = next(town, society.key.at(stream << 20 | move, Draw.CITY));
        }
        address = society.key.at(id, Draw.ADDRESS);
    }

    private int next(int from, long bits) {
        double u = Key.unit(bits);
        long further = Key.next(bits);
        return u < SAME_TOWN ? from : u < SAME_REGION ? places.near(from, further) : places.anywhere(further);
    }

    /** How many moves of a stream lie between the first day and a day. */
    int moves(long stream, int day) {
        double least = society.stays(day);
        if (least >= 1) {
            return 0;
        }
        long bits = society.key.at(stream, Draw.MOVE);
        double product = 1 - Key.unit(bits);
        int count = 0;
        while (product > least && count < 1000) {
            count++;
            bits = Key.next(bits);
            product *= 1 - Key.unit(bits);
        }
        return count;
    }
}
