package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Values of two columns that never occur together, though unrelated columns would bring them together at least 20 times:
 * labels, numbers of at most 20 different values, and whether a value is missing. One rule per pair of columns.
 *
 * <p>Never is at most 1 row in 100 of those that unrelated columns would bring: real tables have slips. Twenty expected
 * rows that are all missing by chance are one table in 500 million. Cost: for each pair of columns a pass over the drawn
 * rows, and one over all rows where there is such a combination.
 */
public final class NeverRules {
    private static final double LEAST_EXPECTED = 20;
    private static final double RARE = 0.01;
    private static final int MOST_LEVELS = 100;
    private static final int MOST_NUMBERS = 20;

    /** With so many values a side, or fewer, a pass over bits is quicker than one over rows. */
    private static final int COUNTED_BY_BITS = 6;

    /** @param never per value of a and b, a's running slowest, whether they do not go together */
    public record Never(FewValues a, FewValues b, boolean[] never, String words) implements Rule {
        @Override
        public Family family() {
            return ofValues() ? Family.NEVER : Family.MISSING;
        }

        /** Whether it is about what values there are, and not about whether there are any. */
        public boolean ofValues() {
            return a.sort() != FewValues.Sort.MISSING && b.sort() != FewValues.Sort.MISSING;
        }

        @Override
        public Check in(Table table) {
            FewValues.Codes first = a.in(table);
            FewValues.Codes second = b.in(table);
            int levels = b.levels();
            return row -> {
                int x = first.at(row);
                int y = second.at(row);
                return x < 0 || y < 0 ? Verdict.SILENT : Rule.verdict(!never[x * levels + y]);
            };
        }
    }

    private NeverRules() {}

    /**
     * @param known what follows from what: pairs of columns one of which determines the other are left out, and columns that say the
     *     same in other words
     */
    static List<Rule> find(Drawn drawn, Reachable known, Run run) {
        List<FewValues> few = drawn.few();
        int[] usable = IntStream.range(0, few.size())
                .filter(k -> small(few.get(k)) && !drawn.repeated(k, known))
                .toArray();
        List<int[]> pairs = new ArrayList<>();
        for (int i : usable) {
            for (int j : usable) {
                int a = drawn.node(few.get(i));
                int b = drawn.node(few.get(j));
                boolean apart = i < j && few.get(i).column() != few.get(j).column();
                if (apart && !known.follows(a, b) && !known.follows(b, a)) {
                    pairs.add(new int[] {i, j});
                }
            }
        }
        List<List<Rule>> found = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            found.add(new ArrayList<>());
        }
        long[][][] bits = new long[few.size()][][];
        run.parallel(usable.length, u -> bits[usable[u]] = bits(drawn.codes()[usable[u]], few.get(usable[u])));
        run.parallel(found.size(), p -> {
            int i = pairs.get(p)[0];
            int j = pairs.get(p)[1];
            pair(drawn, bits, i, j, found.get(p));
        });
        return found.stream().flatMap(List::stream).toList();
    }

    private static boolean small(FewValues few) {
        return few.levels() <= (few.sort() == FewValues.Sort.NUMBERS ? MOST_NUMBERS : MOST_LEVELS);
    }

    /** Per value a bit for each drawn row that has it, to count many pairs of columns at once; none where they are many. */
    private static long[][] bits(int[] codes, FewValues few) {
        long[][] out = new long[few.levels() <= COUNTED_BY_BITS ? few.levels() : 0][(codes.length + 63) / 64];
        for (int row = 0; row < codes.length && out.length > 0; row++) {
            if (codes[row] >= 0) {
                out[codes[row]][row / 64] |= 1L << row % 64;
            }
        }
        return out;
    }

    /** Drawn rows of each two values, the first's running slowest. */
    private static int[] counts(Drawn drawn, long[][][] bits, int i, int j) {
        int levels = drawn.few().get(j).levels();
        int[] counts = new int[drawn.few().get(i).levels() * levels];
        if (bits[i].length > 0 && bits[j].length > 0) {
            for (int k = 0; k < counts.length; k++) {
                long[] a = bits[i][k / levels];
                long[] b = bits[j][k % levels];
                for (int word = 0; word < a.length; word++) {
                    counts[k] += Long.bitCount(a[word] & b[word]);
                }
            }
            return counts;
        }
        int[] first = drawn.codes()[i];
        int[] second = drawn.codes()[j];
        for (int row = 0; row < first.length; row++) {
            if (first[row] >= 0 && second[row] >= 0) {
                counts[first[row] * levels + second[row]]++;
            }
        }
        return counts;
    }

    private static void pair(Drawn drawn, long[][][] bits, int i, int j, List<Rule> out) {
        FewValues a = drawn.few().get(i);
        FewValues b = drawn.few().get(j);
        if (count(rare(counts(drawn, bits, i, j), a.levels(), b.levels())) == 0) {
            return;
        }
        boolean[] never = rare(counts(a, b, drawn.all()), a.levels(), b.levels());
        int count = count(never);
        if (count > 0) {
            out.add(new Never(a, b, never, words(drawn, a, b, never, count)));
        }
    }

    private static int count(boolean[] never) {
        int count = 0;
        for (boolean one : never) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Rows of each two values, the first's running slowest. */
    private static int[] counts(FewValues a, FewValues b, Table table) {
        FewValues.Codes first = a.in(table);
        FewValues.Codes second = b.in(table);
        int[] counts = new int[a.levels() * b.levels()];
        for (int row = 0; row < table.rows(); row++) {
            int x = first.at(row);
            int y = second.at(row);
            if (x >= 0 && y >= 0) {
                counts[x * b.levels() + y]++;
            }
        }
        return counts;
    }

    private static boolean[] rare(int[] counts, int levelsA, int levelsB) {
        double[] ofA = new double[levelsA];
        double[] ofB = new double[levelsB];
        double all = 0;
        for (int k = 0; k < counts.length; k++) {
            ofA[k / levelsB] += counts[k];
            ofB[k % levelsB] += counts[k];
            all += counts[k];
        }
        boolean[] out = new boolean[counts.length];
        for (int k = 0; k < counts.length; k++) {
            double expected = ofA[k / levelsB] * ofB[k % levelsB] / all;
            out[k] = expected >= LEAST_EXPECTED && counts[k] <= RARE * expected;
        }
        return out;
    }

    private static String words(Drawn drawn, FewValues a, FewValues b, boolean[] never, int count) {
        String first = drawn.name(a.column());
        String second = drawn.name(b.column());
        if (count > 1) {
            boolean flags = a.sort() == FewValues.Sort.MISSING || b.sort() == FewValues.Sort.MISSING;
            return first + " and " + second + ": " + count + " combinations" + (flags ? " with missing values" : "")
                    + " never occur";
        }
        int k = 0;
        while (!never[k]) {
            k++;
        }
        return "never " + a.words(k / b.levels(), first) + " with " + b.words(k % b.levels(), second);
    }
}
