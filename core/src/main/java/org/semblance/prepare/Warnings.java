package org.semblance.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** What is warned of, one column at a time, and columns that repeat one another. */
final class Warnings {
    /** Below this many values shares say little. */
    private static final int ENOUGH = 20;

    private static final double MOSTLY = 0.5;
    private static final double IMBALANCED = 0.95;
    private static final double NEARLY_ALL = 0.9;
    private static final int MANY_LABELS = 50;

    private Warnings() {}

    static List<Warning> about(Facts facts) {
        List<String> words = new ArrayList<>();
        if (facts.rows() == 0) {
            return List.of();
        }
        Kind kind = facts.field().kind();
        if (facts.present() == 0) {
            words.add("every value is missing");
        } else if (facts.distinct() == 1 && facts.rows() > 1) {
            words.add(facts.missing() == 0 ? "every row has the same value" : "has one value only, or none");
        } else if (facts.missing() > MOSTLY * facts.rows()) {
            words.add(percent(facts.missing(), facts.rows()) + " of the values are missing");
        }
        boolean enough = facts.present() >= ENOUGH;
        if (enough && facts.distinct() > 1 && !facts.labels().isEmpty()) {
            int commonest = facts.labels().get(0).rows();
            if (commonest > IMBALANCED * facts.present()) {
                words.add("one label has " + percent(commonest, facts.present()) + " of the rows");
            }
        }
        if (enough && kind == Kind.CATEGORY) {
            if (facts.distinct() > NEARLY_ALL * facts.present()) {
                words.add("nearly every label is different; is it an identifier or a text?");
            } else if (facts.distinct() > MANY_LABELS) {
                words.add(facts.distinct() + " labels, " + facts.rareLabels()
                        + " of them in too few rows to be released");
            }
        }
        if (enough && kind == Kind.WHOLE && facts.missing() == 0 && facts.distinct() == facts.rows()) {
            words.add("every number is different; is it a key?");
        }
        return words.stream().map(w -> new Warning(facts.field().name(), w)).toList();
    }

    private static String percent(int part, int whole) {
        double percent = 100.0 * part / whole;
        return percent >= 99.5 && part < whole ? "over 99 %" : Math.round(percent) + " %";
    }

    /** Columns whose values are those of an earlier column, or a renaming of its labels. */
    static List<Warning> repeatedColumns(Table table, List<Facts> facts) {
        List<Warning> out = new ArrayList<>();
        Map<Long, List<Integer>> byHash = new HashMap<>();
        for (int c = 0; c < table.width(); c++) {
            if (facts.get(c).distinct() < 2
                    || table.rows() < ENOUGH
                    || !table.schema().field(c).kind().modelled()) {
                continue;
            }
            Column column = table.column(c);
            List<Integer> alike = byHash.computeIfAbsent(hash(column), h -> new ArrayList<>());
            int here = c;
            alike.stream()
                    .filter(earlier -> same(table.column(earlier), column))
                    .findFirst()
                    .ifPresent(earlier -> out.add(new Warning(
                            table.schema().field(here).name(),
                            "says the same as " + table.schema().field(earlier).name() + " in every row")));
            alike.add(c);
        }
        return out;
    }

    private static long hash(Column column) {
        long hash = column instanceof NumberColumn ? 1 : 2;
        int[] renamed = renaming(column);
        int next = 0;
        for (int i = 0; i < column.size(); i++) {
            long value;
            if (column instanceof NumberColumn numbers) {
                value = Double.doubleToLongBits(numbers.get(i) + 0.0);
            } else {
                int code = ((CodeColumn) column).code(i);
                if (code >= 0 && renamed[code] < 0) {
                    renamed[code] = next++;
                }
                value = code < 0 ? -1 : renamed[code];
            }
            hash = (hash ^ value) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static boolean same(Column a, Column b) {
        if (a instanceof NumberColumn x && b instanceof NumberColumn y) {
            for (int i = 0; i < x.size(); i++) {
                if (Double.compare(x.get(i) + 0.0, y.get(i) + 0.0) != 0) {
                    return false;
                }
            }
            return true;
        }
        if (!(a instanceof CodeColumn x) || !(b instanceof CodeColumn y)) {
            return false;
        }
        int[] there = renaming(x);
        int[] back = renaming(y);
        for (int i = 0; i < x.size(); i++) {
            int p = x.code(i);
            int q = y.code(i);
            if (p < 0 || q < 0) {
                if (p >= 0 || q >= 0) {
                    return false;
                }
                continue;
            }
            there[p] = there[p] < 0 ? q : there[p];
            back[q] = back[q] < 0 ? p : back[q];
            if (there[p] != q || back[q] != p) {
                return false;
            }
        }
        return true;
    }

    private static int[] renaming(Column column) {
        int[] renamed =
                new int[column instanceof CodeColumn codes ? codes.labels().size() : 0];
        Arrays.fill(renamed, -1);
        return renamed;
    }
}
