package org.semblance.evaluate.valid;

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
final class NeverRules {
    private static final double LEAST_EXPECTED = 20;
    private static final double RARE = 0.01;
    private static final int MOST_LEVELS = 100;
    private static final int MOST_NUMBERS = 20;

    /** @param never per value of a and b, a's running slowest, whether they do not go together */
    private record Never(FewValues a, FewValues b, boolean[] never, String words) implements Rule {
        @Override
        public Family family() {
            boolean missing = a.sort() == FewValues.Sort.MISSING || b.sort() == FewValues.Sort.MISSING;
            return missing ? Family.MISSING : Family.NEVER;
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
        run.parallel(found.size(), p -> {
            int i = pairs.get(p)[0];
            int j = pairs.get(p)[1];
            pair(drawn, i, j, found.get(p));
        });
        return found.stream().flatMap(List::stream).toList();
    }

    private static boolean small(FewValues few) {
        return few.levels() <= (few.sort() == FewValues.Sort.NUMBERS ? MOST_NUMBERS : MOST_LEVELS);
    }

    private static void pair(Drawn drawn, int i, int j, List<Rule> out) {
        FewValues a = drawn.few().get(i);
        FewValues b = drawn.few().get(j);
        int[] first = drawn.codes()[i];
        int[] second = drawn.codes()[j];
        if (count(rare(row -> first[row], row -> second[row], first.length, a.levels(), b.levels())) == 0) {
            return;
        }
        boolean[] never = rare(a.in(drawn.all()), b.in(drawn.all()), drawn.all().rows(), a.levels(), b.levels());
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

    private static boolean[] rare(FewValues.Codes a, FewValues.Codes b, int rows, int levelsA, int levelsB) {
        int[] counts = new int[levelsA * levelsB];
        double[] ofA = new double[levelsA];
        double[] ofB = new double[levelsB];
        double all = 0;
        for (int row = 0; row < rows; row++) {
            int x = a.at(row);
            int y = b.at(row);
            if (x >= 0 && y >= 0) {
                counts[x * levelsB + y]++;
            }
        }
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
