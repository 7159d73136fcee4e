package org.semblance.generate.people;

import java.time.Year;

/**
 * The household of one person: who belongs to it, in which part, born in which year. Mutable: a {@link Person} owns one
 * and loads it anew. Everything that decides a year of birth hangs on {@code shape}, a number that repeats from layer to
 * layer, and on the layer's stratum; names and addresses hang on the full number.
 */
final class Family {
    /** What the people of a household are to each other. */
    enum Kind {
        SINGLE,
        COUPLE,
        FAMILY,
        LONE,
        SHARED
    }

    /** What one person of it is. */
    enum Part {
        ADULT,
        CHILD,
        GRANDPARENT
    }

    private final Society society;

    Kind kind = Kind.SINGLE;
    long first;
    long shape;
    int size;
    int firstChild;
    int endChild;
    final int[] year = new int[Households.MOST];
    final boolean[] female = new boolean[Households.MOST];
    final boolean[] secondTwin = new boolean[Households.MOST];

    Family(Society society) {
        this.society = society;
    }

    /** Loads the household of a person; returns the person's place in it. */
    int load(long number) {
        long group = number >>> 4;
        int offset = (int) (number & 15);
        long repeated = group % society.period;
        int layer = (int) (group / society.period % Pyramid.STRATA);
        int entry = Households.entry(society.key.at(repeated, Draw.TEMPLATE), offset);
        int start = society.households.start(entry);
        size = society.households.size(entry);
        first = (group << 4) + start;
        shape = (repeated << 4) + start;
        long bits = society.key.at(shape, Draw.KIND);
        kind = kind(bits);
        int adults = kind == Kind.SHARED ? size : kind == Kind.SINGLE || kind == Kind.LONE ? 1 : 2;
        boolean grandparent = kind == Kind.FAMILY && size >= 4 && society.grandparent(shape);
        firstChild = kind == Kind.SHARED ? size : adults;
        endChild = kind == Kind.SHARED ? size : size - (grandparent ? 1 : 0);
        int stratum = (int) (layer + Key.next(bits)) & (Pyramid.STRATA - 1);
        switch (kind) {
            case SINGLE -> year[0] = society.lastYear - society.adults.age(stratum, society.key.at(shape, Draw.YEAR));
            case SHARED -> shared(layer);
            case COUPLE -> couple(stratum);
            default -> children(stratum, grandparent);
        }
        sexes(grandparent);
        return (int) (number - first);
    }

    private Kind kind(long bits) {
        if (size == 1) {
            return Kind.SINGLE;
        }
        double u = Key.unit(bits);
        if (u < society.couples) {
            return size == 2 ? Kind.COUPLE : Kind.FAMILY;
        }
        return u < society.couples + society.loneParents ? Kind.LONE : Kind.SHARED;
    }

    private void shared(int layer) {
        for (int i = 0; i < size; i++) {
            long bits = society.key.at(shape + i, Draw.YEAR);
            int stratum = (int) (layer + Key.next(bits)) & (Pyramid.STRATA - 1);
            year[i] = society.lastYear - society.lodgers.age(stratum, bits);
            secondTwin[i] = false;
        }
    }

    /** The younger of the two is drawn; the other is older by the difference. */
    private void couple(int stratum) {
        int young = society.lastYear - society.pairs.age(stratum, society.key.at(shape, Draw.YEAR));
        int difference = society.older(society.key.at(shape, Draw.DIFFERENCE));
        boolean man = society.key.at(shape, Draw.SEX) > 0;
        boolean manIsOlder = difference >= 0;
        int old = young - Math.abs(difference);
        year[0] = man == manIsOlder ? old : young;
        year[1] = man == manIsOlder ? young : old;
        secondTwin[0] = false;
        secondTwin[1] = false;
    }

    /** Backwards from the youngest child: its age, the gaps to the elder ones, then the parents. */
    private void children(int stratum, boolean grandparent) {
        int born = society.lastYear - society.children.age(stratum, society.key.at(shape, Draw.YEAR));
        int last = endChild - 1;
        boolean pair = false;
        for (int i = last; i >= firstChild; i--) {
            year[i] = born;
            long bits = society.key.at(shape + i, Draw.GAP);
            boolean second = i > firstChild && !pair && Key.chance(Key.next(bits), society.twinChance);
            secondTwin[i] = second;
            pair = second;
            born -= second || i == firstChild ? 0 : society.gaps.at(bits) + 2;
        }
        int span = year[last] - year[firstChild];
        int mother = society.motherAge(society.key.at(shape, Draw.MOTHER), span);
        int difference = Math.max(
                Society.YOUNGEST_PARENT + span - mother, society.older(society.key.at(shape, Draw.DIFFERENCE)));
        difference = Math.min(difference, Math.max(0, society.oldestParent() - mother));
        boolean man = society.key.at(shape, Draw.SEX) > 0;
        int motherYear = year[last] - mother;
        if (kind == Kind.LONE) {
            man = Key.chance(society.key.at(shape, Draw.SEX), Society.LONE_FATHERS);
            year[0] = man ? motherYear - difference : motherYear;
        } else {
            year[0] = man ? motherYear - difference : motherYear;
            year[1] = man ? motherYear : motherYear - difference;
            secondTwin[1] = false;
        }
        secondTwin[0] = false;
        if (grandparent) {
            year[size - 1] = year[side()] - 20 - Key.below(society.key.at(shape, Draw.GRANDPARENT_AGE), 9);
            secondTwin[size - 1] = false;
        }
    }

    private void sexes(boolean grandparent) {
        for (int i = 0; i < size; i++) {
            long bits = society.key.at(first + i, Draw.SEX);
            female[i] = !Key.chance(bits, Society.BOYS);
        }
        if (kind == Kind.COUPLE || kind == Kind.FAMILY) {
            female[0] = society.key.at(shape, Draw.SEX) <= 0;
            female[1] = !female[0];
        } else if (kind == Kind.LONE) {
            female[0] = !Key.chance(society.key.at(shape, Draw.SEX), Society.LONE_FATHERS);
        } else if (kind == Kind.SINGLE) {
            female[0] = Key.chance(society.key.at(first, Draw.SEX), society.womenAlone(society.lastYear - year[0]));
        }
        if (grandparent) {
            female[size - 1] = Key.chance(society.key.at(first, Draw.GRANDPARENT), Society.GRANDMOTHERS);
        }
    }

    /** Whose parent the grandparent is: the younger one's. */
    int side() {
        return year[0] > year[1] ? 0 : 1;
    }

    Part part(int place) {
        return place < firstChild ? Part.ADULT : place < endChild ? Part.CHILD : Part.GRANDPARENT;
    }

    /** The place of the man among the two adults of a couple, 0 for a lone father, or -1. */
    int father() {
        return !female[0] ? 0 : kind == Kind.COUPLE || kind == Kind.FAMILY ? 1 : -1;
    }

    int mother() {
        return female[0] ? 0 : kind == Kind.COUPLE || kind == Kind.FAMILY ? 1 : -1;
    }

    boolean couple() {
        return kind == Kind.COUPLE || kind == Kind.FAMILY;
    }

    /** Epoch day of birth in the upper 32 bits, serial number on that day in the lower ones. */
    long birth(int place) {
        int one = secondTwin[place] ? place - 1 : place;
        int born = year[one];
        boolean leap = Year.isLeap(born);
        long cell = society.calendar.cell(shape + one, leap);
        return (society.january(born) + (cell >>> 32)) << 32 | cell & 0xFFFFFFFFL;
    }
}
