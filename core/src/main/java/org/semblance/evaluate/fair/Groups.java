package org.semblance.evaluate.fair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semblance.evaluate.Comparison;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Table;

/**
 * The groups of rows that one column makes, or several together: labels, or ranges of numbers.
 *
 * <p>Groups are those of the real rows. Groups of fewer than 10 of them, and those beyond the 20 largest, become one; it
 * is left out where it has fewer than 10 itself. A missing value is a label. What only other tables have belongs to the
 * small groups.
 */
final class Groups {
    /** Fewer rows than this are not spoken of. */
    static final int FEW = 10;

    private static final int MOST = 20;
    /** Labels that a column may have which is taken where nobody names one. */
    private static final int USUAL_LABELS = 10;

    private static final String MISSING = "missing";

    private final int[] columns;
    private final String title;
    private final List<Part> parts;
    private final List<String> names;
    private final Map<Long, Integer> places;
    private final int others;

    private Groups(
            int[] columns, String title, List<Part> parts, List<String> names, Map<Long, Integer> places, int others) {
        this.columns = columns;
        this.title = title;
        this.parts = parts;
        this.names = names;
        this.places = places;
        this.others = others;
    }

    /** One of the columns: its labels or ranges, and the position of each row's among them. */
    private interface Part {
        List<String> names();

        /** As many as there are names for what only other tables have. */
        int[] codes(Table table);
    }

    private record LabelPart(int column, List<String> names) implements Part {
        @Override
        public int[] codes(Table table) {
            CodeColumn codes = table.codes(column);
            int[] ofCode = codes.labels().stream()
                    .mapToInt(label -> place(names.indexOf(label)))
                    .toArray();
            int missing = place(names.lastIndexOf(MISSING));
            return IntStream.range(0, codes.size())
                    .map(i -> codes.isMissing(i) ? missing : ofCode[codes.code(i)])
                    .toArray();
        }

        private int place(int found) {
            return found < 0 ? names.size() : found;
        }
    }

    private record NumberPart(int column, Ranges ranges) implements Part {
        @Override
        public List<String> names() {
            List<String> names = new ArrayList<>(ranges.names());
            names.add(MISSING);
            return names;
        }

        @Override
        public int[] codes(Table table) {
            int missing = ranges.names().size();
            return Arrays.stream(table.numbers(column).toArray())
                    .mapToInt(v -> Double.isNaN(v) ? missing : ranges.code(v))
                    .map(code -> code < 0 ? missing + 1 : code)
                    .toArray();
        }
    }

    /**
     * The groupings by each of the named columns, and, if asked for, by all of them together.
     *
     * @param named columns; where empty, the first one of few labels that is not the outcome, else the first number
     * @param target the position of the outcome, or -1
     */
    static List<Groups> of(Comparison c, List<String> named, boolean crossed, int target) {
        int[] columns = named.isEmpty() ? usual(c, target) : positions(c, named);
        columns = IntStream.of(columns).filter(column -> column != target).toArray();
        List<Groups> out = new ArrayList<>();
        for (int column : columns) {
            out.add(of(c, new int[] {column}));
        }
        if (crossed && columns.length > 1) {
            out.add(of(c, columns));
        }
        return out;
    }

    private static int[] positions(Comparison c, List<String> named) {
        List<Problem> problems = new ArrayList<>();
        List<String> names = c.real().schema().names();
        for (String name : named) {
            if (!names.contains(name)) {
                problems.add(Problem.of("there is no column \"" + name + "\" to make groups by.")
                        .fix(Nearest.hint(name, names)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return named.stream().distinct().mapToInt(names::indexOf).toArray();
    }

    private static int[] usual(Comparison c, int target) {
        int[] labels = IntStream.range(0, c.real().width())
                .filter(column -> column != target
                        && c.real().column(column) instanceof CodeColumn codes
                        && between(codes.compact().labels().size()))
                .limit(1)
                .toArray();
        return labels.length > 0
                ? labels
                : IntStream.range(0, c.real().width())
                        .filter(column -> column != target && c.numeric(column))
                        .limit(1)
                        .toArray();
    }

    private static boolean between(int labels) {
        return labels >= 2 && labels <= USUAL_LABELS;
    }

    private static Groups of(Comparison c, int[] columns) {
        List<Part> parts =
                Arrays.stream(columns).mapToObj(column -> part(c, column)).toList();
        String title = Arrays.stream(columns).mapToObj(c::name).collect(Collectors.joining(" x "));
        Map<Long, Integer> counts = new HashMap<>();
        for (long key : keys(parts, c.real())) {
            counts.merge(key, 1, Integer::sum);
        }
        List<Long> large = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEW)
                .sorted(Comparator.comparing((Map.Entry<Long, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Map<Long, Integer> places = new HashMap<>();
        large.forEach(key -> places.put(key, places.size()));
        List<String> names =
                new ArrayList<>(large.stream().map(key -> name(parts, key)).toList());
        int small = counts.entrySet().stream()
                .filter(entry -> !places.containsKey(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (small >= FEW) {
            names.add(counts.size() - large.size() + " smaller groups");
        }
        return new Groups(columns, title, parts, List.copyOf(names), places, small >= FEW ? large.size() : -1);
    }

    private static Part part(Comparison c, int column) {
        if (c.real().column(column) instanceof CodeColumn codes) {
            List<String> names =
                    new ArrayList<>(codes.compact().labels().stream().sorted().toList());
            names.add(MISSING);
            return new LabelPart(column, names);
        }
        double[] numbers = c.real().numbers(column).toArray();
        return new NumberPart(
                column, Ranges.of(numbers, c.real().schema().field(column).kind()));
    }

    /** One number per row for its labels in all parts. */
    private static long[] keys(List<Part> parts, Table table) {
        long[] out = new long[table.rows()];
        for (Part part : parts) {
            int[] codes = part.codes(table);
            long base = part.names().size() + 1L;
            for (int i = 0; i < out.length; i++) {
                out[i] = out[i] * base + codes[i];
            }
        }
        return out;
    }

    private static String name(List<Part> parts, long key) {
        List<String> names = new ArrayList<>();
        long rest = key;
        for (int p = parts.size() - 1; p >= 0; p--) {
            List<String> own = parts.get(p).names();
            names.add(0, own.get((int) (rest % (own.size() + 1))));
            rest /= own.size() + 1;
        }
        return String.join(", ", names);
    }

    /** All columns that make groups in any of the groupings. */
    static int[] columns(List<Groups> groupings) {
        return groupings.stream()
                .flatMapToInt(groups -> IntStream.of(groups.columns))
                .distinct()
                .toArray();
    }

    /** The column, or the columns with an x between. */
    String title() {
        return title;
    }

    List<String> names() {
        return names;
    }

    /** The group of each row; -1 for those of groups too small to be spoken of. */
    int[] codes(Table table) {
        return Arrays.stream(keys(parts, table))
                .mapToInt(key -> places.getOrDefault(key, others))
                .toArray();
    }
}
