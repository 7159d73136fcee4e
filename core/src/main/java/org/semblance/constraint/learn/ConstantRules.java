package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * A number or date is always the same where another column has a certain value: {@code weeks = 0 where pregnant = no}.
 *
 * <p>Said of values of labels, of few numbers, or of being missing, that at least 100 drawn rows have, where the number is
 * another one so often that unrelated columns would break it at least 20 times. Numbers of at most 20 different values
 * are left to {@link NeverRules}. One rule per pair of columns. Cost: for each pair of columns, rows until no value can be
 * fixed, mostly few; two passes over the drawn rows for what is left.
 */
public final class ConstantRules {
    private static final double LEAST_BROKEN = 20;
    private static final int MOST_LEVELS = 100;
    private static final int FEW = 20;

    /** @param only per value of {@code where} the number that goes with it, or NaN */
    public record Constant(FewValues where, int column, double[] only, String words) implements Rule {
        @Override
        public Family family() {
            return where.sort() == FewValues.Sort.MISSING ? Family.MISSING : Family.FIXED;
        }

        @Override
        public Check in(Table table) {
            FewValues.Codes codes = where.in(table);
            NumberColumn numbers = table.numbers(column);
            return row -> {
                int code = codes.at(row);
                boolean silent = code < 0 || Double.isNaN(only[code]) || numbers.isMissing(row);
                return silent ? Verdict.SILENT : Rule.verdict(numbers.get(row) == only[code]);
            };
        }
    }

    private ConstantRules() {}

    static List<Rule> find(Drawn drawn, Reachable known, Run run) {
        int[] columns = Arrays.stream(drawn.numeric())
                .filter(c -> drawn.few().stream()
                        .noneMatch(few ->
                                few.column() == c && few.sort() == FewValues.Sort.NUMBERS && few.levels() <= FEW))
                .toArray();
        List<List<Rule>> found = new ArrayList<>();
        for (int i = 0; i < drawn.few().size(); i++) {
            found.add(new ArrayList<>());
        }
        run.parallel(found.size(), k -> {
            FewValues where = drawn.few().get(k);
            if (where.levels() > MOST_LEVELS || drawn.repeated(k, known)) {
                return;
            }
            int[] rows = new int[where.levels()];
            Arrays.stream(drawn.codes()[k]).filter(code -> code >= 0).forEach(code -> rows[code]++);
            for (int c : columns) {
                if (c != where.column()
                        && !known.follows(drawn.node(where), c)
                        && mayBeFixed(drawn.codes()[k], drawn.numbers()[c], rows)) {
                    pair(drawn, k, c, found.get(k));
                }
            }
        });
        return found.stream().flatMap(List::stream).toList();
    }

    /**
     * Whether any value may have a fixed number: each row that breaks it makes at most two neighbours among the rows of the
     * value differ. Mostly no, after few rows.
     *
     * @param rows of each value
     */
    private static boolean mayBeFixed(int[] codes, double[] values, int[] rows) {
        int[] left = new int[rows.length];
        int open = 0;
        for (int code = 0; code < rows.length; code++) {
            left[code] = rows[code] < Learning.LEAST_ROWS ? -1 : (int) (2 * Learning.RARELY * rows[code]);
            open += left[code] >= 0 ? 1 : 0;
        }
        double[] before = new double[rows.length];
        Arrays.fill(before, Double.NaN);
        for (int i = 0; i < codes.length && open > 0; i++) {
            int code = codes[i];
            double value = values[i];
            if (code < 0 || left[code] < 0 || Double.isNaN(value)) {
                continue;
            }
            if (value != before[code] && !Double.isNaN(before[code]) && --left[code] < 0) {
                open--;
            }
            before[code] = value;
        }
        return open > 0;
    }

    private static void pair(Drawn drawn, int k, int column, List<Rule> out) {
        FewValues where = drawn.few().get(k);
        double[] only = mostCommon(drawn.codes()[k], drawn.numbers()[column], where.levels());
        int said = leaveFixed(drawn.codes()[k], drawn.numbers()[column], only);
        if (said > 0) {
            out.add(new Constant(where, column, only, words(drawn, where, column, only, said)));
        }
    }

    /** Per code the number that more than half of its rows have, if there is one (Boyer and Moore). */
    private static double[] mostCommon(int[] codes, double[] values, int levels) {
        double[] only = new double[levels];
        int[] lead = new int[levels];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] >= 0 && !Double.isNaN(values[i])) {
                if (lead[codes[i]] == 0) {
                    only[codes[i]] = values[i];
                }
                lead[codes[i]] += values[i] == only[codes[i]] ? 1 : -1;
            }
        }
        return only;
    }

    /** Sets to NaN what is not nearly always so, or no wonder; how many are left. */
    private static int leaveFixed(int[] codes, double[] values, double[] only) {
        int[] here = new int[only.length];
        int[] same = new int[only.length];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] >= 0 && !Double.isNaN(values[i])) {
                here[codes[i]]++;
                same[codes[i]] += values[i] == only[codes[i]] ? 1 : 0;
            }
        }
        int left = 0;
        for (int code = 0; code < only.length; code++) {
            boolean fixed =
                    here[code] >= Learning.LEAST_ROWS && here[code] - same[code] <= Learning.RARELY * here[code];
            if (fixed && here[code] * (1 - share(values, only[code])) >= LEAST_BROKEN) {
                left++;
            } else {
                only[code] = Double.NaN;
            }
        }
        return left;
    }

    private static double share(double[] values, double only) {
        double all = 0;
        double same = 0;
        for (double value : values) {
            all += Double.isNaN(value) ? 0 : 1;
            same += value == only ? 1 : 0;
        }
        return same / all;
    }

    private static String words(Drawn drawn, FewValues where, int column, double[] only, int said) {
        String name = drawn.name(column);
        if (said > 1) {
            return name + " is fixed by " + said + " values of " + drawn.name(where.column());
        }
        int code = 0;
        while (Double.isNaN(only[code])) {
            code++;
        }
        String value =
                drawn.amount(column) ? name + " = " + FewValues.number(only[code]) : name + " is always the same";
        return value + " where " + where.words(code, drawn.name(where.column()));
    }
}
