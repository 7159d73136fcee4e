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
    int together;
    int marriage;
    int divorce;

    Events(Society society, Family family) {
        this.society = society;
        this.family = family;
    }

    /** To be called after the family was loaded. */
    void load() {
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
            double years = -StrictMath.log1p(-Key.unit(society.key.at(family.first, Draw.DIVORCE)))
                    / Math.max(1e-9, society.options.divorces());
            double parted = Math.max(day, society.firstDay) + 1 + years * YEAR;
            divorce = parted <= society.lastDay ? (int) parted : NEVER;
        }
    }
}
