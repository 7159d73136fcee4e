package org.semblance.constraint.learn;

import org.jspecify.annotations.Nullable;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * A value of one column goes with one value of another; said of values that at least 5 real rows have, 95 % of which
 * agree.
 *
 * @param from the column that determines
 * @param to the column that is determined, a number as it is where {@code few} is null, else one of few values
 * @param goesWith per value of {@code from} what goes with it: a number, or a code; NaN where nothing is said
 */
public record Determines(FewValues from, int to, @Nullable FewValues few, double[] goesWith, String words)
        implements Rule {
    private static final int SUPPORT = 5;
    private static final double AGREE = 0.95;

    /** The determined column as numbers; NaN is missing. */
    private interface Values {
        double at(int row);
    }

    /** Learnt from all rows of the real table, in two passes. */
    static Determines learn(FewValues from, int to, @Nullable FewValues few, Table real) {
        FewValues.Codes codes = from.in(real);
        Values values = values(real, to, few);
        int rows = real.rows();
        // Boyer and Moore: what more than half of the rows of a value say is what is left when others cancel out.
        double[] candidate = new double[from.levels()];
        int[] lead = new int[from.levels()];
        for (int i = 0; i < rows; i++) {
            int code = codes.at(i);
            double value = code < 0 ? Double.NaN : values.at(i);
            if (!Double.isNaN(value)) {
                if (lead[code] == 0) {
                    candidate[code] = value;
                }
                lead[code] += value == candidate[code] ? 1 : -1;
            }
        }
        int[] count = new int[from.levels()];
        int[] agreeing = new int[from.levels()];
        for (int i = 0; i < rows; i++) {
            int code = codes.at(i);
            double value = code < 0 ? Double.NaN : values.at(i);
            if (!Double.isNaN(value)) {
                count[code]++;
                agreeing[code] += value == candidate[code] ? 1 : 0;
            }
        }
        for (int k = 0; k < candidate.length; k++) {
            boolean known = count[k] >= SUPPORT && agreeing[k] >= AGREE * count[k];
            candidate[k] = known ? candidate[k] : Double.NaN;
        }
        return new Determines(from, to, few, candidate, words(from, to, few, real));
    }

    private static String words(FewValues from, int to, @Nullable FewValues few, Table real) {
        String a = real.schema().field(from.column()).name();
        String b = real.schema().field(to).name();
        boolean fromMissing = from.sort() == FewValues.Sort.MISSING;
        boolean toMissing = few != null && few.sort() == FewValues.Sort.MISSING;
        if (toMissing) {
            return "whether " + b + " is missing follows from " + (fromMissing ? "whether " + a + " is" : a);
        }
        return fromMissing ? b + " follows from whether " + a + " is missing" : a + " determines " + b;
    }

    private static Values values(Table table, int to, @Nullable FewValues few) {
        if (few == null) {
            NumberColumn numbers = table.numbers(to);
            return numbers::get;
        }
        FewValues.Codes codes = few.in(table);
        return row -> {
            int code = codes.at(row);
            return code == FewValues.NONE ? Double.NaN : code;
        };
    }

    @Override
    public Family family() {
        boolean missing =
                from.sort() == FewValues.Sort.MISSING || (few != null && few.sort() == FewValues.Sort.MISSING);
        return missing ? Family.MISSING : Family.FIXED;
    }

    @Override
    public Check in(Table table) {
        FewValues.Codes codes = from.in(table);
        Values values = values(table, to, few);
        return row -> {
            int code = codes.at(row);
            double value = code < 0 || Double.isNaN(goesWith[code]) ? Double.NaN : values.at(row);
            return Double.isNaN(value) ? Verdict.SILENT : Rule.verdict(value == goesWith[code]);
        };
    }

    /** Both ways at once. */
    static Rule together(Determines one, Determines other, Table real) {
        String a = real.schema().field(one.from.column()).name();
        String b = real.schema().field(one.to).name();
        String words = a + " and " + b + " go together";
        if (one.from.sort() == FewValues.Sort.MISSING && other.from.sort() == FewValues.Sort.MISSING) {
            words = a + " and " + b
                    + (one.goesWith[1] == 1
                            ? " are missing in the same rows"
                            : " are never both missing or both there");
        } else if (one.family() == Family.MISSING) {
            Determines missing = one.from.sort() == FewValues.Sort.MISSING ? other : one;
            words = missing.words;
        }
        return new Together(one, other, words);
    }

    /** Both ways. */
    public record Together(Determines one, Determines other, String words) implements Rule {
        @Override
        public Family family() {
            return one.family();
        }

        @Override
        public Check in(Table table) {
            Check first = one.in(table);
            Check second = other.in(table);
            return row -> {
                Verdict a = first.of(row);
                Verdict b = second.of(row);
                return a.compareTo(b) >= 0 ? a : b;
            };
        }
    }
}
