package org.semblance.generate.people;

/**
 * When a couple moved together, married and parted: days that depend on the household only. Whoever stands in the second
 * place moves in and moves out.
 */
final class Events {
    static final int NEVER = Integer.MAX_VALUE;
    private static final int YEAR = 365;

    /** Share of marriages before the first child among couples with children: NSFG 2011-2015, about three quarters. */
    private static final double BEFORE_CHILDREN = 0.75;

    /** Years since 18 at which women marry, in per cent: median 28, Current Population Survey 2020, table MS-2. */
    private static final Weighted AGE =
            new Weighted(new double[] {1, 2, 3, 5, 6, 7, 8, 9, 9, 8, 8, 7, 6, 5, 4, 3, 2, 2, 1, 1, 1, 1, 1});

    private final Society society;
    private final Family family;
    private int together;
    private int marriage;
    private int divorce;
    private boolean loaded;

    Events(Society society, Family family) {
        this.society = society;
        this.family = family;
    }

    /** To be called after another family was loaded. */
    void reset() {
        loaded = false;
    }

    int together() {
        load();
        return together;
    }

    int marriage() {
        load();
        return marriage;
    }

    int divorce() {
        load();
        return divorce;
    }

    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        together = Integer.MIN_VALUE;
        marriage = NEVER;
        divorce = NEVER;
        if (!family.couple()) {
            return;
        }
        int mother = (int) (family.birth(family.mother()) >> 32);
        int father = (int) (family.birth(family.father()) >> 32);
        int grown = Math.max(mother, father) + 18 * YEAR + 5;
        long bits = society.key.at(family.first, Draw.MARRIAGE);
        int day = grown + AGE.at(bits) * YEAR + Key.below(Key.next(bits), YEAR);
        boolean marries = Key.chance(society.key.at(family.first, Draw.MARRIED), society.options.marriages());
        int home = day;
        if (family.kind == Family.Kind.FAMILY) {
            int child = (int) (family.birth(family.firstChild) >> 32);
            home = child - 300;
            boolean before = Key.chance(Key.next(bits), BEFORE_CHILDREN);
            day = before ? child - 100 - Key.below(bits, 6 * YEAR) : child + 200 + Key.below(bits, 6 * YEAR);
        }
        day = Math.max(day, grown);
        together = Math.min(home, day) - Key.below(society.key.at(family.first, Draw.TOGETHER), 3 * YEAR);
        if (marries && day <= society.lastDay) {
            marriage = day;
            divorce = divorce(day);
        }
    }

    /** Exponential from the marriage or the first day on; a logarithm is taken only where it can matter. */
    private int divorce(int married) {
        int from = Math.max(married, society.firstDay) + 1;
        double rate = society.options.divorces() / YEAR;
        double u = Key.unit(society.key.at(family.first, Draw.DIVORCE));
        if (u >= (society.lastDay - from + 1) * rate) {
            return NEVER;
        }
        double parted = from - StrictMath.log1p(-u) / rate;
        return parted <= society.lastDay ? (int) parted : NEVER;
    }
}
