package org.semblance.conditional;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Tables that break methods, by what is wrong with them: n (a number), f (two labels) and l (three), then x, z and the
 * cluster g that they are drawn from.
 */
public final class BadTables {
    public static final int NUMBER = 0;
    public static final int FLAG = 1;
    public static final int LABEL = 2;
    public static final int TARGETS = 3;

    private static final int ROWS = 40;

    /** Methods whose numbers need not be observed ones. Any other gives values that some row has. */
    private static final Set<String> NEW_NUMBERS = Set.of(
            "mean",
            "norm",
            "norm.nob",
            "norm.boot",
            "norm.predict",
            "lasso.norm",
            "lasso.select.norm",
            "quadratic",
            "ri",
            "lognorm",
            "sqrtnorm",
            "cubertnorm",
            "passive",
            "collinear",
            "2l.norm",
            "2l.lmer",
            "2l.pan",
            "2lonly.mean",
            "2lonly.norm");

    private record Cell(double x, double z, int cluster, Rng rng) {}

    private interface Target {
        @Nullable
        Object of(Cell cell);
    }

    private static final Target N = cell -> cell.x + cell.rng.nextGaussian();
    private static final Target F = cell -> cell.x + cell.rng.nextGaussian() > 0 ? "yes" : "no";
    private static final Target L = cell -> List.of("a", "b", "c").get(cell.rng.nextInt(3));
    private static final Target X = Cell::x;
    private static final Target Z = Cell::z;
    private static final Target G = Cell::cluster;

    private final int rows;
    private final int gaps;

    private BadTables(int rows, int gaps) {
        this.rows = rows;
        this.gaps = gaps;
    }

    /** By what is wrong. Targets are missing in every fourth row, or where {@code complete} says so, nowhere. */
    public static Map<String, Table> all(boolean complete) {
        BadTables some = new BadTables(ROWS, complete ? 0 : 4);
        Map<String, Table> all = new LinkedHashMap<>();
        Target perfect = cell -> cell.x < -.5 ? "a" : cell.x < .5 ? "b" : "c";
        all.put("perfect prediction", some.of(c -> 2 * c.x, c -> c.x > 0 ? "yes" : "no", perfect, X, Z, G));
        all.put("a constant target", some.of(c -> 7.0, c -> "yes", c -> "a", X, Z, G));
        all.put("a constant predictor", some.of(N, F, L, X, c -> 3.0, G));
        all.put("a predictor twice", some.of(N, F, L, X, c -> 5 - 2 * c.x, G));
        all.put("a label that no row has", emptyClass(some.of(N, F, L, X, Z, G)));
        int[] next = {0};
        all.put("clusters of one row", some.of(N, F, L, X, Z, c -> next[0]++));
        all.put("one cluster", some.of(N, F, L, X, Z, c -> 1));
        all.put("more parameters than rows", wide(new BadTables(12, complete ? 0 : 4).of(N, F, L, X, Z, G)));
        all.put("one row", new BadTables(1, 0).of(N, F, L, X, Z, G));
        all.put("two rows", new BadTables(2, complete ? 0 : 2).of(N, F, L, X, Z, G));
        if (!complete) {
            Target some3 = c -> c.cluster < 3 ? null : c;
            all.put(
                    "clusters with nothing observed",
                    some.of(
                            c -> some3.of(c) == null ? null : N.of(c),
                            c -> some3.of(c) == null ? null : F.of(c),
                            c -> some3.of(c) == null ? null : L.of(c),
                            X,
                            Z,
                            G));
            int[] at = {0};
            all.put(
                    "one value observed",
                    some.of(
                            c -> at[0]++ == 1 ? 4.0 : null,
                            c -> at[0] == 2 ? "yes" : null,
                            c -> at[0] == 2 ? "a" : null,
                            X,
                            Z,
                            G));
            all.put("no value observed", some.of(c -> null, c -> null, c -> null, X, Z, G));
            all.put("a predictor without a value", some.of(N, F, L, X, c -> null, G));
            all.put("no predictor has a value", some.of(N, F, L, c -> null, c -> null, G));
        }
        return all;
    }

    /** A table of that kind without rows. */
    public static Table noRows() {
        return new BadTables(0, 0).of(N, F, L, X, Z, G);
    }

    private Table of(Target n, Target f, Target l, Target x, Target z, Target g) {
        Rng rng = Rng.of(9);
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Cell cell = new Cell(rng.nextGaussian(), rng.nextGaussian(), 1 + i % 5, rng);
            for (Target one : List.of(n, f, l)) {
                Object value = one.of(cell);
                cells.add(gaps > 0 && i % gaps == 0 ? null : value);
            }
            for (Target one : List.of(x, z, g)) {
                cells.add(one.of(cell));
            }
        }
        return Table.of("n:decimal, f:flag, l:category, x:decimal, z:decimal, g:whole", cells.toArray());
    }

    private static Table emptyClass(Table table) {
        List<Column> columns = columns(table);
        CodeColumn of = (CodeColumn) columns.get(LABEL);
        List<String> labels = new ArrayList<>(of.labels());
        labels.add("never");
        columns.set(LABEL, CodeColumn.of(of.toArray(), labels));
        return Table.of(table.schema(), columns);
    }

    private static Table wide(Table table) {
        Rng rng = Rng.of(2);
        List<@Nullable Object> cells = new ArrayList<>();
        StringBuilder kinds = new StringBuilder("n:decimal, f:flag, l:category, x:decimal, z:decimal, g:whole");
        for (int c = 0; c < 20; c++) {
            kinds.append(", p").append(c).append(":decimal");
        }
        for (int row = 0; row < table.rows(); row++) {
            for (int c = 0; c < table.width(); c++) {
                cells.add(table.cell(row, c));
            }
            for (int c = 0; c < 20; c++) {
                cells.add(rng.nextGaussian());
            }
        }
        return Table.of(kinds.toString(), cells.toArray());
    }

    private static List<Column> columns(Table table) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            columns.add(table.column(c));
        }
        return columns;
    }

    /** What a method must be told to draw a column. */
    public static Map<String, Object> options(String method, int column) {
        return switch (method) {
            case "quadratic" -> Map.of("outcome", "x");
            case "survctree" -> Map.of("event", "f");
            case "nested" -> Map.of("within", "g");
            case "passive" ->
                Map.of(
                        "formula",
                        column == NUMBER ? "x + z" : column == FLAG ? "if(x > z, 'yes', 'no')" : "if(x > z, 'a', 'b')");
            default -> Map.of();
        };
    }

    /** What is wrong with values that were drawn: empty where nothing is. Missing ones are looked at elsewhere. */
    public static String fault(Column real, Column drawn, boolean donors) {
        Set<Object> known = new TreeSet<>();
        for (int row = 0; row < real.size(); row++) {
            Object value = value(real, row);
            if (value != null) {
                known.add(value);
            }
        }
        for (int row = 0; row < drawn.size(); row++) {
            Object value = value(drawn, row);
            // What labels that few rows have are called together.
            boolean label = value instanceof String && !value.equals("other");
            if (value instanceof Double number && !(Math.abs(number) < 1e6)) {
                return "the number " + number;
            }
            if (value != null && (label || donors) && !known.contains(value)) {
                return "the value " + value + ", which no row has";
            }
        }
        return "";
    }

    /** Whether a method gives values that rows have. */
    public static boolean donors(String method) {
        return !NEW_NUMBERS.contains(method);
    }

    private static @Nullable Object value(Column column, int row) {
        if (column.isMissing(row)) {
            return null;
        }
        return column instanceof NumberColumn numbers
                ? (Object) numbers.get(row)
                : ((CodeColumn) column).labels().get(((CodeColumn) column).code(row));
    }
}
