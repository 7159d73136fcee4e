package org.semblance.bench.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.link.Records;

/**
 * How two files of the same people differ, pair by pair.
 *
 * @param fields the columns that both have, without ids
 * @param differing share of the pairs whose cells differ, by field; a cell that is blank on one side differs
 * @param changed share of the pairs in which 0, 1, 2 ... fields differ
 * @param completeness share of the pairs that a field alone would bring together, both filled and equal
 */
record Agreement(List<String> fields, double[] differing, double[] changed, double[] completeness) {
    /** @param pairs of row numbers: source above, target in the lower 32 bits */
    static Agreement of(Records source, Records target, long[] pairs, List<String> ids) {
        List<String> fields = new ArrayList<>();
        source.variables().forEach(variable -> {
            if (!ids.contains(variable.name()) && target.find(variable.name()) >= 0) {
                fields.add(variable.name());
            }
        });
        double[] differing = new double[fields.size()];
        double[] changed = new double[fields.size() + 1];
        double[] complete = new double[fields.size()];
        for (long pair : pairs) {
            int count = 0;
            for (int f = 0; f < fields.size(); f++) {
                String a = cell(source, fields.get(f), (int) (pair >>> 32));
                String b = cell(target, fields.get(f), (int) pair);
                boolean same = a == null ? b == null : a.equals(b);
                count += same ? 0 : 1;
                differing[f] += same ? 0 : 1.0 / pairs.length;
                complete[f] += same && a != null ? 1.0 / pairs.length : 0;
            }
            changed[count] += 1.0 / pairs.length;
        }
        return new Agreement(fields, differing, changed, complete);
    }

    private static @Nullable String cell(Records records, String field, int row) {
        return records.columns().get(records.find(field))[row];
    }

    /** The mean of several of the same fields. */
    static Agreement mean(List<Agreement> all) {
        Agreement first = all.get(0);
        double[] differing = new double[first.differing.length];
        double[] changed = new double[first.changed.length];
        double[] complete = new double[first.completeness.length];
        for (Agreement one : all) {
            add(one.differing, all.size(), differing);
            add(one.changed, all.size(), changed);
            add(one.completeness, all.size(), complete);
        }
        return new Agreement(first.fields, differing, changed, complete);
    }

    private static void add(double[] shares, int parts, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += shares[k] / parts;
        }
    }

    /** The field whose share differs the most from the other's, with the difference. */
    Map.Entry<String, Double> furthest(Agreement other, boolean completeness) {
        double[] mine = completeness ? this.completeness : differing;
        double[] theirs = completeness ? other.completeness : other.differing;
        String name = "";
        double most = 0;
        for (int f = 0; f < fields.size(); f++) {
            double difference = Math.abs(mine[f] - theirs[other.fields.indexOf(fields.get(f))]);
            if (difference >= most) {
                most = difference;
                name = fields.get(f);
            }
        }
        return Map.entry(name, most);
    }

    /** Total variation between the laws of how many fields differ. */
    double variation(Agreement other) {
        double sum = 0;
        for (int k = 0; k < Math.max(changed.length, other.changed.length); k++) {
            double mine = k < changed.length ? changed[k] : 0;
            double theirs = k < other.changed.length ? other.changed[k] : 0;
            sum += Math.abs(mine - theirs) / 2;
        }
        return sum;
    }

    /** Rows of two files whose id has the same number in it: FEBRL's rec-17-org and rec-17-dup-0. */
    static long[] byNumber(Records source, Records target, String id) {
        Map<String, Integer> rows = new HashMap<>();
        String[] theirs = texts(target, id);
        for (int row = 0; row < theirs.length; row++) {
            rows.put(theirs[row].split("-")[1], row);
        }
        String[] ours = texts(source, id);
        long[] pairs = new long[ours.length];
        int found = 0;
        for (int row = 0; row < ours.length; row++) {
            Integer other = rows.get(ours[row].split("-")[1]);
            if (other != null) {
                pairs[found++] = (long) row << 32 | other;
            }
        }
        return Arrays.copyOf(pairs, found);
    }

    private static String[] texts(Records records, String column) {
        return Arrays.stream(records.columns().get(records.find(column)))
                .map(text -> text == null ? "" : text)
                .toArray(String[]::new);
    }
}
