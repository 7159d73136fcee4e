package org.semblance.generate.people;

import java.time.LocalDate;
import org.semblance.random.Rng;

/**
 * The demography behind a population: who lives with whom, ages, marriages, deaths; immutable. Each constant names its
 * source; where it says "a choice", no published figure was found.
 */
final class Society {
    /** Sex ratio at birth 105 boys to 100 girls: National Vital Statistics Reports 70 (17), table 2. */
    static final double BOYS = 105 / 205.0;

    /** Share of fathers among lone parents, one in five: US Census Bureau, America's Families 2020, table FG6. */
    static final double LONE_FATHERS = 0.2;

    /** Share of couples with two or more children who live with a parent of theirs: a choice. */
    static final double GRANDPARENTS = 0.05;

    static final double GRANDMOTHERS = 0.7;

    /** The younger half of a couple is so much below the oldest age. */
    private static final int YOUNGER_HALF = 12;

    private static final int VERY_OLD = 95;
    private static final int MOTHER_OF_THREE_GENERATIONS = 33;
    static final int YOUNGEST_PARENT = 17;
    private static final double DAYS = 365.2425;
    private static final int ADULT = 18;

    /** The youngest child at home is up to 31; beyond 13 ever fewer, by an eighth a year: a choice that fits the pyramid. */
    private static final int AT_HOME = 32;

    private static final int LEAVING = 13;
    private static final int TRIAL_GROUPS = 4000;

    /** Years between siblings from 2 on; median 3, as 29 months to the next conception: NVSR 64 (3), Copen et al. 2015. */
    private static final double[] GAPS = {36, 27, 15, 9, 6, 4, 3};

    /** Births by mother's age, five years each from 15 on, in per cent: NVSR 70 (17), table 2, rounded. */
    private static final double[] MOTHERS = {4, 18, 28, 29, 16, 4, 0.3};

    /**
     * How many years the man of a couple is older, -12 to 20: US Census Bureau, table FG3 (2017), evenly inside its
     * classes, the longest tails cut.
     */
    private static final double[] OLDER = older();

    final People.Options options;
    final Key key;
    final Households households;
    final Calendar calendar;
    final Pyramid adults;

    /** Of the younger half of a couple without children. */
    final Pyramid pairs;

    final Pyramid lodgers;
    final Pyramid children;
    final Weighted gaps;
    final long period;
    final int lastYear;
    final int firstDay;
    final int lastDay;
    final double twinChance;

    /** Shares of couples and of lone parents among the households of two and more. */
    final double couples;

    final double loneParents;
    private final double[] stays;
    private final Weighted mothers;
    private final Weighted differences;
    private final int[] january = new int[400];
    private final int oldestParent;

    Society(People.Options options, int serials, boolean apart, Rng rng) {
        this.options = options;
        key = new Key(rng.child("people"));
        int youngest = options.youngest();
        Grown grown = youngest == 0 ? null : Grown.of(options, youngest, rng.child("everybody"));
        double[] shares = grown == null ? options.shares() : grown.sizes();
        couples = grown == null ? options.couples() : grown.couples();
        loneParents = grown == null ? options.loneParents() : grown.loneParents();
        households = new Households(shares, rng.child("households"));
        calendar = new Calendar(serials, apart, rng.child("calendar"));
        period = Math.max(1, calendar.size() >> 4);
        firstDay = (int) LocalDate.parse(options.firstDay()).toEpochDay();
        LocalDate last = LocalDate.parse(options.lastDay());
        lastDay = (int) last.toEpochDay();
        lastYear = last.plusDays(1).getYear() - 1;
        stays = new double[lastDay - firstDay + 1];
        for (int day = 0; day < stays.length; day++) {
            stays[day] = StrictMath.exp(-options.moves() * day / DAYS);
        }
        for (int i = 0; i < january.length; i++) {
            january[i] = (int) LocalDate.of(1750 + i, 1, 1).toEpochDay();
        }
        gaps = new Weighted(GAPS);
        mothers = new Weighted(MOTHERS);
        differences = new Weighted(OLDER);
        int ages = Math.max(Pyramid.STRATA, Math.min(AT_HOME, options.oldest() - options.youngest() - 30));
        oldestParent = options.oldest() - options.youngest() - ages + 1;
        children = new Pyramid(grown == null ? lastborn(ages) : lastborn(grown.lastborn(), youngest, ages));
        twinChance = twinChance(shares);
        lodgers = new Pyramid(weights(a -> a < ADULT || a > 60 ? 0 : StrictMath.exp(-(a - ADULT) / 9.0)));
        double[] everybody = Pyramid.everybody();
        Society trial = new Society(this, new Pyramid(weights(a -> a < ADULT ? 0 : everybody[a])));
        double[] left = left(trial, everybody);
        adults = new Pyramid(left);
        for (int age = options.oldest() - YOUNGER_HALF; age < left.length; age++) {
            left[age] = 0;
        }
        pairs = new Pyramid(left);
    }

    /** The same with another pyramid of adults, to count who lives in families. */
    private Society(Society of, Pyramid adults) {
        options = of.options;
        key = of.key;
        households = of.households;
        calendar = of.calendar;
        period = of.period;
        firstDay = of.firstDay;
        lastDay = of.lastDay;
        lastYear = of.lastYear;
        stays = of.stays;
        gaps = of.gaps;
        mothers = of.mothers;
        differences = of.differences;
        oldestParent = of.oldestParent;
        twinChance = of.twinChance;
        couples = of.couples;
        loneParents = of.loneParents;
        lodgers = of.lodgers;
        children = of.children;
        System.arraycopy(of.january, 0, january, 0, january.length);
        this.adults = adults;
        pairs = adults;
    }

    private static double[] lastborn(int ages) {
        double[] out = new double[ages];
        for (int age = 0; age < ages; age++) {
            out[age] = StrictMath.exp(-Math.max(0, age - LEAVING) / 8.0);
        }
        return out;
    }

    /** As counted; no age in reach is without weight, so that all strata have one. */
    private static double[] lastborn(double[] counted, int youngest, int ages) {
        double[] out = new double[youngest + ages];
        for (int age = youngest; age < out.length; age++) {
            out[age] = Math.max(1, counted[age]);
        }
        return out;
    }

    private interface Curve {
        double at(int age);
    }

    private double[] weights(Curve curve) {
        double[] out = new double[Pyramid.OLDEST + 1];
        for (int age = Math.max(ADULT, options.youngest()); age <= options.oldest(); age++) {
            out[age] = curve.at(age);
        }
        return out;
    }

    /** The ages that singles and couples must have so that all together follow the pyramid. */
    private double[] left(Society trial, double[] everybody) {
        double[] taken = new double[Pyramid.OLDEST + 61];
        Family family = new Family(trial);
        long people = 0;
        for (long group = 0; group < TRIAL_GROUPS; group++) {
            for (long number = group << 4; number < group + 1 << 4; ) {
                family.load(number);
                boolean free = family.kind == Family.Kind.SINGLE || family.kind == Family.Kind.COUPLE;
                for (int i = 0; i < family.size && !free; i++) {
                    taken[Math.max(0, lastYear - family.year[i])]++;
                }
                people += family.size;
                number += family.size;
            }
        }
        long all = people;
        double inside = 0;
        for (int age = options.youngest(); age <= options.oldest(); age++) {
            inside += everybody[age];
        }
        double scale = inside;
        return weights(age -> Math.max(0.15 * everybody[age], everybody[age] - scale * taken[age] / all));
    }

    private static double[] older() {
        double[] out = new double[33];
        put(out, 10, 20, 7.2);
        put(out, 6, 9, 11.2);
        put(out, 4, 5, 12.8);
        put(out, 2, 3, 19.6);
        put(out, -1, 1, 34.0);
        put(out, -3, -2, 6.9);
        put(out, -5, -4, 3.4);
        put(out, -9, -6, 3.1);
        put(out, -12, -10, 1.7);
        return out;
    }

    private static void put(double[] out, int from, int to, double share) {
        for (int i = from; i <= to; i++) {
            out[i + 12] = share / (to - from + 1) * (from == 10 ? (21 - i) / 5.5 : 1);
        }
    }

    /** The chance of a child to be born together with the one before, so that the asked share of children are twins. */
    private double twinChance(double[] shares) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 50; step++) {
            double chance = (low + high) / 2;
            double children = 0;
            double twins = 0;
            for (int size = 2; size <= shares.length; size++) {
                double families = couples * (size > 2 ? 1 - (size > 3 ? GRANDPARENTS : 0) : 0);
                double extended = size > 3 ? couples * GRANDPARENTS : 0;
                int[] number = {size - 2, size - 1, size - 3};
                double[] weight = {families, loneParents, extended};
                for (int kind = 0; kind < 3; kind++) {
                    double pair = 0;
                    for (int i = 1; i < number[kind]; i++) {
                        pair = chance * (1 - pair);
                        twins += shares[size - 1] * weight[kind] * 2 * pair;
                    }
                    children += shares[size - 1] * weight[kind] * Math.max(0, number[kind]);
                }
            }
            boolean more = twins < options.twins() * children;
            low = more ? chance : low;
            high = more ? high : chance;
        }
        return high;
    }

    /** How old a parent may be when the youngest child is born, so that ages keep to the options. */
    int oldestParent() {
        return oldestParent;
    }

    /** Whether a parent lives with a family; only with mothers whose own mother is then hardly above 95. */
    boolean grandparent(long shape) {
        return options.oldest() >= VERY_OLD
                && Key.chance(key.at(shape, Draw.GRANDPARENT), GRANDPARENTS)
                && motherAge(key.at(shape, Draw.MOTHER), 0) <= MOTHER_OF_THREE_GENERATIONS;
    }

    /** How many years the man is older. */
    int older(long bits) {
        return differences.at(bits) - 12;
    }

    /** The mother's age in the year of her last child's birth, given the years between her first and her last. */
    int motherAge(long bits, int span) {
        int age = 15 + 5 * mothers.at(bits) + Key.below(Key.next(bits), 5);
        return Math.max(YOUNGEST_PARENT + span, Math.min(age, oldestParent));
    }

    /** Women among those who live alone: half of them to 45, nearly three quarters at 85; CPS 2020, table A2, rounded. */
    double womenAlone(int age) {
        return age < 45 ? 0.46 : Math.min(0.73, 0.46 + (age - 45) * 0.007);
    }

    /** The chance of a household not to move from the first day to a day. */
    double stays(int day) {
        return stays[Math.max(0, Math.min(stays.length - 1, day - firstDay))];
    }

    /** Epoch day of 1 January. */
    long january(int year) {
        return january[Math.max(0, Math.min(january.length - 1, year - 1750))];
    }
}
