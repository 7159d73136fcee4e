package org.semblance.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.table.CodeColumn;

/**
 * A column of labels that often says the same as others of its row: a match's country is mostly that of its home team.
 * Written as a mark where it does ("the same as the first of them") and as its own label elsewhere, it can be learnt by
 * what tells few labels apart, and a mark is read back as what the other column says there.
 *
 * <p>Private by construction: a mark only repeats what another column of the row shows. Keeps: how often the columns are
 * equal, and what that hangs on. Loses: a label that is drawn as such may equal the other by chance. Cost: one pass over
 * the codes for each pair of columns.
 */
public final class Echo {
    /** Trees tell so many labels apart; see {@code ColumnTree}. With fewer, nothing has to be done. */
    private static final int FEWEST_LABELS = 40;

    /** The share of rows beyond chance in which a column must equal another, and the next ones on what is left. */
    private static final double BEYOND = 0.2;

    private static final double NEXT = 0.02;

    /** Fewest rows, or rows that others belong to, in which they are equal. */
    private static final int FEWEST_ROWS = 50;

    private static final int MOST = 4;
    private static final String MARK = "\u0001=";

    private Echo() {}

    /**
     * Another column, as it stands beside each row.
     *
     * @param column the labels
     * @param units [rows] equal where rows are told the same cell, such as that of their parent; negative where none is
     */
    public record Source(CodeColumn column, int[] units) {
        /** A column of the same table. */
        public static Source of(CodeColumn column) {
            int[] units = new int[column.size()];
            Arrays.setAll(units, i -> i);
            return new Source(column, units);
        }
    }

    /** Which of the sources a column often repeats, the one that it repeats most first; none where it hardly does. */
    public static List<Integer> find(CodeColumn target, List<Source> sources) {
        CodeColumn own = target.compact();
        List<Integer> out = new ArrayList<>();
        if (own.labels().size() <= FEWEST_LABELS || own.labels().stream().anyMatch(label -> label.startsWith(MARK))) {
            return out;
        }
        List<int[]> codes = sources.stream()
                .map(source -> recoded(source.column(), own.labels()))
                .toList();
        int[] left = own.toArray();
        int present = left.length - own.missingCount();
        while (out.size() < Math.min(MOST, sources.size())) {
            int best = -1;
            double most = out.isEmpty() ? BEYOND : NEXT;
            for (int s = 0; s < codes.size(); s++) {
                double beyond = beyond(left, codes.get(s), own.labels().size()) / present;
                if (beyond > most && units(left, codes.get(s), sources.get(s).units()) >= FEWEST_ROWS) {
                    best = s;
                    most = beyond;
                }
            }
            if (best < 0) {
                return out;
            }
            out.add(best);
            int[] told = codes.get(best);
            for (int i = 0; i < left.length; i++) {
                left[i] = left[i] == told[i] ? -1 : left[i];
            }
        }
        return out;
    }

    /** In how many more rows two columns are equal than they would be if they had nothing to do with each other. */
    private static double beyond(int[] a, int[] b, int labels) {
        long[] ofA = new long[labels];
        long[] ofB = new long[labels];
        long equal = 0;
        long rows = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] >= 0) {
                rows++;
                ofA[a[i]]++;
                equal += a[i] == b[i] ? 1 : 0;
                if (b[i] >= 0) {
                    ofB[b[i]]++;
                }
            }
        }
        double chance = 0;
        for (int l = 0; l < labels; l++) {
            chance += ofA[l] * (double) ofB[l];
        }
        return equal - chance / Math.max(1, rows);
    }

    private static int units(int[] a, int[] b, int[] units) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < a.length && seen.size() < FEWEST_ROWS; i++) {
            if (a[i] >= 0 && a[i] == b[i]) {
                seen.add(units[i]);
            }
        }
        return seen.size();
    }

    /** The codes of a column in another's labels; -1 where it is missing or has one that the other lacks. */
    private static int[] recoded(CodeColumn column, List<String> labels) {
        Map<String, Integer> known = new HashMap<>();
        labels.forEach(label -> known.put(label, known.size()));
        int[] renamed = column.labels().stream()
                .mapToInt(label -> known.getOrDefault(label, -1))
                .toArray();
        int[] out = column.toArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] < 0 ? -1 : renamed[out[i]];
        }
        return out;
    }

    /** A column with marks where it repeats a source. */
    public static CodeColumn marked(CodeColumn target, List<CodeColumn> sources) {
        int[] codes = target.toArray();
        List<String> labels = new ArrayList<>(target.labels());
        int own = labels.size();
        for (int s = 0; s < sources.size(); s++) {
            int[] told = recoded(sources.get(s), target.labels());
            for (int i = 0; i < codes.length; i++) {
                codes[i] = codes[i] >= 0 && codes[i] < own && codes[i] == told[i] ? own + s : codes[i];
            }
            labels.add(MARK + s);
        }
        return CodeColumn.of(codes, labels).compact();
    }

    /** A column without its marks: what the sources say stands there. A mark that no source has is missing. */
    public static CodeColumn read(CodeColumn marked, List<CodeColumn> sources) {
        Map<String, Integer> dictionary = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int[] source = new int[marked.labels().size()];
        int[] own = new int[source.length];
        for (int code = 0; code < source.length; code++) {
            String label = marked.labels().get(code);
            source[code] = source(label, sources.size());
            own[code] = source[code] < 0 ? code(label, dictionary, labels) : -1;
        }
        int[][] told = new int[sources.size()][];
        for (int s = 0; s < told.length; s++) {
            told[s] = sources.get(s).labels().stream()
                    .mapToInt(label -> code(label, dictionary, labels))
                    .toArray();
        }
        int[] codes = marked.toArray();
        for (int i = 0; i < codes.length; i++) {
            int s = codes[i] < 0 ? -1 : source[codes[i]];
            if (s >= sources.size()) {
                codes[i] = -1;
            } else if (s >= 0) {
                codes[i] = sources.get(s).isMissing(i)
                        ? -1
                        : told[s][sources.get(s).code(i)];
            } else if (codes[i] >= 0) {
                codes[i] = own[codes[i]];
            }
        }
        return CodeColumn.of(codes, labels);
    }

    private static int code(String label, Map<String, Integer> dictionary, List<String> labels) {
        return dictionary.computeIfAbsent(label, fresh -> {
            labels.add(fresh);
            return labels.size() - 1;
        });
    }

    /** Which source a label marks: -1 for an own label, the number of sources for a mark of none. */
    private static int source(String label, int sources) {
        if (!label.startsWith(MARK)) {
            return -1;
        }
        for (int s = 0; s < sources; s++) {
            if (label.equals(MARK + s)) {
                return s;
            }
        }
        return sources;
    }
}
