package org.semblance.generate.people;

import java.util.Map;
import org.semblance.plugin.Options;
import org.semblance.random.Rng;

/**
 * Households as they are without their youngest: of how many people they then are, how many have a couple or a lone parent, and
 * how old the youngest child of those is that are left with one. Counted in a population that has everybody, since
 * families whose youngest must be of some age are fewer than families.
 *
 * @param sizes shares of the households with 1, 2, 3 ... people
 * @param couples share of couples among those of two and more
 * @param loneParents share of lone parents among them
 * @param lastborn how often the youngest child left is of an age, from 0
 */
record Grown(double[] sizes, double couples, double loneParents, double[] lastborn) {
    private static final int GROUPS = 2000;

    /** @param youngest who is younger does not count */
    static Grown of(People.Options options, int youngest, Rng rng) {
        Society everybody = new Society(Options.bind(options, Map.of("youngest", 0), "people"), 1, false, rng);
        Family family = new Family(everybody);
        double[] sizes = new double[Households.MOST];
        double[] lastborn = new double[Pyramid.OLDEST + 1];
        double couples = 0;
        double lone = 0;
        double several = 0;
        for (long group = 0; group < GROUPS; group++) {
            for (long number = group << 4; number < group + 1 << 4; number += family.size) {
                family.load(number);
                int children = 0;
                int last = Pyramid.OLDEST;
                for (int i = family.firstChild; i < family.endChild; i++) {
                    int age = everybody.lastYear - family.year[i];
                    children += age >= youngest ? 1 : 0;
                    last = age >= youngest ? Math.min(last, age) : last;
                }
                int parents = children > 0 ? family.size - (family.endChild - family.firstChild) : family.firstChild;
                boolean parental = family.kind == Family.Kind.FAMILY || family.kind == Family.Kind.LONE;
                int size = parental ? parents + children : family.size;
                sizes[size - 1]++;
                several += size > 1 ? 1 : 0;
                couples += family.couple() ? 1 : 0;
                lone += family.kind == Family.Kind.LONE && size > 1 ? 1 : 0;
                lastborn[last] += children > 0 ? 1 : 0;
            }
        }
        double all = Math.max(1, several);
        return new Grown(sizes, couples / all, lone / all, lastborn);
    }
}
