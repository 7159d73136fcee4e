package org.semblance.linkage.link;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.score.Links;
import org.semblance.random.Rng;

/** Plain made-up people with letters and digits going wrong at a rate: enough to have something to link. */
final class People {
    private static final List<Variable> VARIABLES = List.of(
            new Variable("first_name", Role.FIRST_NAME),
            new Variable("last_name", Role.LAST_NAME),
            new Variable("sex", Role.SEX),
            new Variable("birth_date", Role.BIRTH_DATE),
            new Variable("postcode", Role.POSTCODE));
    private static final String[] PARTS = {"ka", "lo", "mi", "ren", "sta", "vor", "ba", "del", "ing", "o", "tu", "hal"};

    private People() {}

    static Difficulty.Set make(int source, int target, double scale, long seed) {
        Rng rng = Rng.of(seed).child("people");
        int shared = source * 7 / 10;
        @Nullable String[][] s = new @Nullable String[5][source];
        @Nullable String[][] t = new @Nullable String[5][target];
        long[] truth = new long[shared];
        for (int i = 0; i < source + target - shared; i++) {
            Rng own = rng.child(i);
            String[] person = person(own.child("who"));
            if (i < source) {
                put(s, i, person, scale, own.child("source"));
            }
            if (i < shared || i >= source) {
                int row = i < shared ? i : i - source + shared;
                put(t, row, person, scale, own.child("target"));
            }
            if (i < shared) {
                truth[i] = (long) i << 32 | i;
            }
        }
        return new Difficulty.Set(
                new Records(VARIABLES, List.of(s), source),
                new Records(VARIABLES, List.of(t), target),
                Links.pairs(truth));
    }

    private static String[] person(Rng rng) {
        return new String[] {
            name(rng, 2),
            name(rng, 3),
            rng.nextBoolean() ? "m" : "f",
            String.format(
                    Locale.ROOT, "%04d-%02d-%02d", 1930 + rng.nextInt(80), 1 + rng.nextInt(12), 1 + rng.nextInt(28)),
            String.format(Locale.ROOT, "%04d", 1000 + rng.nextInt(400))
        };
    }

    /** Common parts more often than rare ones. */
    private static String name(Rng rng, int parts) {
        StringBuilder out = new StringBuilder();
        for (int k = 0; k < parts; k++) {
            double x = rng.nextDouble();
            out.append(PARTS[(int) (x * x * PARTS.length)]);
        }
        return out.toString();
    }

    private static void put(@Nullable String[][] columns, int row, String[] person, double scale, Rng rng) {
        for (int c = 0; c < columns.length; c++) {
            Rng own = rng.child(c);
            double drawn = own.nextDouble();
            // Hazards are scaled; a third of what goes wrong is missing.
            double rate = 1 - Math.exp(-0.08 * scale);
            columns[c][row] = drawn >= rate ? person[c] : own.nextInt(3) == 0 ? null : typo(person[c], own);
        }
    }

    private static String typo(String text, Rng rng) {
        StringBuilder out = new StringBuilder(text);
        do {
            int at = rng.nextInt(out.length());
            char c = out.charAt(at);
            out.setCharAt(at, Character.isDigit(c) ? (char) ('0' + rng.nextInt(10)) : (char) ('a' + rng.nextInt(26)));
        } while (rng.nextInt(3) == 0);
        return out.toString();
    }
}
