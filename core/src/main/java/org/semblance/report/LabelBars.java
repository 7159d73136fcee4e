package org.semblance.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.report.ColumnView.Bar;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;

/**
 * Labels of two tables as bars: the commonest of the real one by name, the others together, and last those that the real
 * table does not have at all, together.
 */
final class LabelBars {
    /** Labels named at most. */
    static final int MOST = 15;

    private LabelBars() {}

    static List<Bar> of(Column real, Column synthetic) {
        Groups groups = Groups.of((CodeColumn) real, MOST);
        int[] made = groups.counts((CodeColumn) synthetic);
        int folded = ColumnViews.folded(real);
        double reals = Math.max(1, Arrays.stream(groups.counts()).sum() + folded);
        double mades = Math.max(1, Arrays.stream(made).sum());
        List<Bar> bars = new ArrayList<>();
        for (int k = 0; k < made.length; k++) {
            int count = groups.counts()[k] + (k == 0 ? folded : 0);
            boolean strange = k == made.length - 1;
            boolean empty = count == 0 && made[k] == 0;
            if (!empty && !(strange && made[k] == 0)) {
                double share = count > 0 && count < ColumnViews.FEWEST ? Double.NaN : count / reals;
                bars.add(new Bar(groups.name(k), "", 1, share, made[k] / mades));
            }
        }
        return bars;
    }

    /**
     * Labels sorted into groups: one for each of the commonest, then all others of the real table, then all that it does
     * not have.
     *
     * @param names of the groups that stand for one label
     * @param counts real rows per group, the two last ones included
     * @param groupOf each label of the real table
     */
    record Groups(List<String> names, int[] counts, Map<String, Integer> groupOf) {
        static Groups of(CodeColumn real, int most) {
            int[] counts = count(real);
            Integer[] order = IntStream.range(0, counts.length)
                    .filter(code -> counts[code] > 0)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer code) -> -counts[code])
                            .thenComparing(code -> real.labels().get(code)))
                    .toArray(Integer[]::new);
            int named = named(counts, order, most);
            List<String> names = new ArrayList<>();
            Map<String, Integer> groupOf = new HashMap<>();
            int[] sums = new int[named + 2];
            for (int k = 0; k < order.length; k++) {
                String label = real.labels().get(order[k]);
                groupOf.put(label, Math.min(k, named));
                sums[Math.min(k, named)] += counts[order[k]];
                if (k < named) {
                    names.add(Shown.shorten(label, Shown.LABEL));
                }
            }
            return new Groups(List.copyOf(names), sums, groupOf);
        }

        /**
         * How many labels get a group of their own: none that few rows have; and where few rows would be left for all
         * others together, one more joins them, for else their number is what is missing to 100 %.
         */
        private static int named(int[] counts, Integer[] order, int most) {
            int named = 0;
            while (named < Math.min(most, order.length) && counts[order[named]] >= ColumnViews.FEWEST) {
                named++;
            }
            int rest = 0;
            for (int k = named; k < order.length; k++) {
                rest += counts[order[k]];
            }
            while (rest > 0 && rest < ColumnViews.FEWEST && named > 0) {
                rest += counts[order[--named]];
            }
            return named;
        }

        private static int[] count(CodeColumn column) {
            int[] counts = new int[column.labels().size()];
            for (int i = 0; i < column.size(); i++) {
                if (!column.isMissing(i)) {
                    counts[column.code(i)]++;
                }
            }
            return counts;
        }

        /** The group of each label of a column's dictionary. */
        int[] ofDictionary(CodeColumn column) {
            return column.labels().stream()
                    .mapToInt(label -> groupOf.getOrDefault(label, names.size() + 1))
                    .toArray();
        }

        int[] counts(CodeColumn column) {
            int[] out = new int[counts.length];
            int[] groups = ofDictionary(column);
            int[] byLabel = count(column);
            for (int k = 0; k < byLabel.length; k++) {
                out[groups[k]] += byLabel[k];
            }
            return out;
        }

        String name(int group) {
            if (group < names.size()) {
                return names.get(group);
            }
            return Words.of(group == names.size() ? "bar.other" : "bar.strange");
        }
    }
}
