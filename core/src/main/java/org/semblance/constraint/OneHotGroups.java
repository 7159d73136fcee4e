package org.semblance.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Groups of columns of two values of which just one is on in every row. Tried are runs of such columns that stand beside
 * each other, and those whose names begin alike; each column is on in 5 rows at least. Three columns that are on in
 * thirds of 100 rows keep to it by chance once in 1e35. Cost: O(rows) per column.
 */
final class OneHotGroups {
    private static final int LEAST_ROWS = 100;
    private static final int LEAST_ON = 5;
    private static final int LEAST = 3;
    private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1", "on");

    private final Table table;

    /** Per column the rows in which it is on, as bits; null where it is no column of two values. */
    private final long[] @Nullable [] on;

    private OneHotGroups(Table table) {
        this.table = table;
        on = new long[table.width()][];
        for (int c = 0; c < on.length; c++) {
            on[c] = bits(table.column(c));
        }
    }

    static List<List<String>> find(Table table) {
        if (table.rows() < LEAST_ROWS) {
            return List.of();
        }
        OneHotGroups groups = new OneHotGroups(table);
        List<List<String>> out = new ArrayList<>();
        boolean[] taken = new boolean[table.width()];
        groups.byName().forEach(columns -> groups.add(columns, taken, out));
        groups.runs(taken, out);
        return out;
    }

    /** Off and on: the smaller and the larger number, no and yes, or the commoner and the rarer label; empty where there are not two. */
    static String[] values(Column column) {
        @Nullable String[] texts = Keys.of(List.of(column));
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            if (text != null && counts.merge(text, 1, Integer::sum) == 1 && counts.size() > 2) {
                return new String[0];
            }
        }
        if (counts.size() != 2) {
            return new String[0];
        }
        String[] out = counts.keySet().toArray(new String[0]);
        boolean numbers = column instanceof NumberColumn;
        boolean swap = numbers
                ? Double.parseDouble(out[0]) > Double.parseDouble(out[1])
                : yes(out[0]) || !yes(out[1]) && counts.getOrDefault(out[0], 0) < counts.getOrDefault(out[1], 0);
        return swap ? new String[] {out[1], out[0]} : out;
    }

    private static boolean yes(String label) {
        return YES.contains(label.toLowerCase(Locale.ROOT));
    }

    private static long @Nullable [] bits(Column column) {
        String[] values = values(column);
        if (values.length < 2 || column.missingCount() > 0) {
            return null;
        }
        @Nullable String[] texts = Keys.of(List.of(column));
        long[] out = new long[(texts.length + 63) / 64];
        int count = 0;
        for (int i = 0; i < texts.length; i++) {
            if (values[1].equals(texts[i])) {
                out[i / 64] |= 1L << i % 64;
                count++;
            }
        }
        return count >= LEAST_ON ? out : null;
    }

    private List<List<Integer>> byName() {
        Map<String, List<Integer>> out = new LinkedHashMap<>();
        for (int c = 0; c < on.length; c++) {
            String name = table.schema().field(c).name();
            int cut = Math.max(name.lastIndexOf('_'), Math.max(name.lastIndexOf('.'), name.lastIndexOf('=')));
            if (on[c] != null && cut > 0) {
                out.computeIfAbsent(name.substring(0, cut), prefix -> new ArrayList<>())
                        .add(c);
            }
        }
        return List.copyOf(out.values());
    }

    /** Takes a group if it is one. */
    private void add(List<Integer> columns, boolean[] taken, List<List<String>> out) {
        long[] covered = new long[(table.rows() + 63) / 64];
        for (int c : columns) {
            if (taken[c] || !join(covered, on[c])) {
                return;
            }
        }
        if (columns.size() >= LEAST && whole(covered)) {
            columns.forEach(c -> taken[c] = true);
            out.add(columns.stream().map(c -> table.schema().field(c).name()).toList());
        }
    }

    /** From each column on, as long as the next is never on with those before, until every row has one. */
    private void runs(boolean[] taken, List<List<String>> out) {
        for (int from = 0; from < on.length; from++) {
            long[] covered = new long[(table.rows() + 63) / 64];
            List<Integer> run = new ArrayList<>();
            for (int c = from; c < on.length && !taken[c] && join(covered, on[c]); c++) {
                run.add(c);
                if (run.size() >= LEAST && whole(covered)) {
                    add(run, taken, out);
                    break;
                }
            }
        }
    }

    private static boolean join(long[] covered, long @Nullable [] more) {
        if (more == null) {
            return false;
        }
        for (int w = 0; w < covered.length; w++) {
            if ((covered[w] & more[w]) != 0) {
                return false;
            }
        }
        for (int w = 0; w < covered.length; w++) {
            covered[w] |= more[w];
        }
        return true;
    }

    private boolean whole(long[] covered) {
        long count = Arrays.stream(covered).map(Long::bitCount).sum();
        return count == table.rows();
    }
}
