package org.semblance.linkage.link;

import org.semblance.linkage.Role;

/** How the cells of a field are compared; levels rise with agreement, 0 is disagreement. */
enum Kind {
    /** Equal, Jaro-Winkler of at least .92, of at least .80 (the bounds of Splink's name comparison). */
    WORDS(4),
    /** The same, whatever the order of the words. */
    NAME(4),
    /** Equal, one edit apart (two from nine signs on). */
    CODE(3),
    /** Equal; day and month swapped, or one edit apart; the same year. */
    DATE(4),
    /** Equal, one apart. */
    YEAR(3),
    /** Equal. */
    OPTION(2),
    /** All parts equal that both have; most of them; some. Fields of several parts only. */
    PARTS(4);

    private static final double NEAR = 0.92;
    private static final double LIKE = 0.80;

    private final int levels;

    Kind(int levels) {
        this.levels = levels;
    }

    int levels() {
        return levels;
    }

    static Kind of(Role role) {
        if (role == Role.FULL_NAME) {
            return NAME;
        }
        if (role.isDate()) {
            return DATE;
        }
        if (role == Role.BIRTH_YEAR || role == Role.AGE) {
            return YEAR;
        }
        if (role.isOption() || role == Role.REGION) {
            return OPTION;
        }
        // Addresses of mail are made of names: those of namesakes are alike and no further evidence.
        return role.isWords() ? WORDS : CODE;
    }

    /**
     * The level of two texts that are not equal.
     *
     * @param x the words of {@code a} in the order of the alphabet; names only
     * @param y those of {@code b}
     */
    int level(String a, String b, String x, String y) {
        return switch (this) {
            case OPTION, PARTS -> 0;
            case YEAR -> Math.abs(number(a) - number(b)) == 1 ? 1 : 0;
            case CODE -> {
                int most = Math.max(a.length(), b.length()) > 8 ? 2 : 1;
                yield Similarity.edits(a, b, most) <= most ? 1 : 0;
            }
            case DATE -> date(a, b);
            case WORDS -> near(Similarity.jaroWinkler(a, b));
            case NAME -> {
                int level = near(Similarity.jaroWinkler(a, b));
                if (level < 2 && (a.indexOf(' ') > 0 || b.indexOf(' ') > 0)) {
                    level = Math.max(level, x.equals(y) ? 2 : near(Similarity.jaroWinkler(x, y)));
                }
                yield level;
            }
        };
    }

    private static int near(double similarity) {
        return similarity >= NEAR ? 2 : similarity >= LIKE ? 1 : 0;
    }

    private static int date(String a, String b) {
        if (a.length() == 8 && b.length() == 8) {
            boolean sameYear = a.startsWith(b.substring(0, 4));
            boolean swapped = sameYear && a.startsWith(b.substring(6), 4) && a.startsWith(b.substring(4, 6), 6);
            return swapped || Similarity.edits(a, b, 1) <= 1 ? 2 : sameYear ? 1 : 0;
        }
        return Similarity.edits(a, b, 1) <= 1 ? 2 : 0;
    }

    private static int number(String text) {
        int value = 0;
        for (int i = 0; i < Math.min(4, text.length()); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -10;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
