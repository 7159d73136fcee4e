package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.List;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Rules of one column: it is always the same, it is never negative, it is whole. That a number is not negative is only
 * said of columns whose smallest value is near 0, at most a twentieth of the largest.
 */
final class SingleRules {
    private static final double NEAR = 0.05;

    /** What a number must be. */
    private interface Test {
        boolean fits(double value);
    }

    private record NumberRule(int column, String words, Test test) implements Rule {
        @Override
        public Family family() {
            return Family.SINGLE;
        }

        @Override
        public Check in(Table table) {
            NumberColumn values = table.numbers(column);
            return row -> values.isMissing(row) ? Verdict.SILENT : Rule.verdict(test.fits(values.get(row)));
        }
    }

    private record SameLabel(FewValues only, String words) implements Rule {
        @Override
        public Family family() {
            return Family.SINGLE;
        }

        @Override
        public Check in(Table table) {
            FewValues.Codes codes = only.in(table);
            return row -> codes.at(row) == FewValues.NONE ? Verdict.SILENT : Rule.verdict(codes.at(row) == 0);
        }
    }

    private SingleRules() {}

    static List<Rule> find(Drawn drawn) {
        List<Rule> out = new ArrayList<>();
        for (int c = 0; c < drawn.all().width(); c++) {
            String name = drawn.name(c);
            if (!drawn.kind(c).numeric()) {
                FewValues labels = FewValues.labels(c, drawn.all().codes(c));
                if (labels.levels() == 1) {
                    out.add(new SameLabel(labels, name + " is always the same"));
                }
                continue;
            }
            double[] range = range(drawn.all().column(c));
            double only = range[0];
            if (range[0] == range[1]) {
                out.add(new NumberRule(c, name + " is always the same", value -> value == only));
            } else if (drawn.amount(c)) {
                if (range[0] >= 0 && range[0] <= NEAR * range[1]) {
                    out.add(new NumberRule(c, name + " is never negative", value -> value >= 0));
                }
                if (drawn.steps()[c] >= 1) {
                    out.add(new NumberRule(c, name + " is whole", value -> value == Math.rint(value)));
                }
            }
        }
        return out;
    }

    private static double[] range(Column column) {
        NumberColumn values = (NumberColumn) column;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.size(); i++) {
            if (!values.isMissing(i)) {
                low = Math.min(low, values.get(i));
                high = Math.max(high, values.get(i));
            }
        }
        return new double[] {low, high};
    }
}
