package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * Databases as nobody would wish them: tables without rows, keys of one or more columns that are texts here and numbers
 * there, foreign keys that are part of the key, missing, orphans, all the same, twice to one parent, to the own table, in
 * circles, one to one, many to many, and columns of every kind that may be constant or empty.
 */
final class NastyDatabase {
    private static final int[] ROWS = {0, 1, 2, 7, 30, 60, 150, 400};

    private final Rng rng;
    private final int tables;
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final Map<String, List<Field>> fields = new LinkedHashMap<>();
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();

    private NastyDatabase(Rng rng) {
        this.rng = rng;
        tables = 1 + rng.nextInt(6);
    }

    static Database draw(Rng rng) {
        NastyDatabase made = new NastyDatabase(rng);
        for (int t = 0; t < made.tables; t++) {
            made.table("t" + t);
        }
        for (int t = 0; t < made.tables; t++) {
            for (int k = rng.nextInt(3); k > 0; k--) {
                made.reference("t" + t, rng.nextInt(8) == 0 ? t : rng.nextInt(made.tables));
            }
        }
        for (int t = 0; t < made.tables; t++) {
            made.key("t" + t);
            made.values("t" + t);
        }
        Map<String, Table> out = new LinkedHashMap<>();
        made.fields.forEach((name, list) -> out.put(name, Table.of(new Schema(list), made.columns.get(name))));
        return Database.of(out, made.keys, made.relationships, made.sequences);
    }

    /** A table with the key that others point at: one column, or two of which the first says little. */
    private void table(String name) {
        int n = ROWS[rng.nextInt(ROWS.length)];
        rows.put(name, n);
        fields.put(name, new ArrayList<>());
        columns.put(name, new ArrayList<>());
        switch (rng.nextInt(4)) {
            case 0 -> add(name, Field.of("id", Kind.KEY), texts(n, "K-", 1));
            case 1 -> add(name, Field.of("id", Kind.WHOLE), numbers(n, 1, 0));
            case 2 -> add(name, Field.of("id", Kind.CATEGORY), texts(n, "", 1000));
            default -> {
                add(name, Field.of("part", Kind.CATEGORY), CodeColumn.of(each(n, i -> i % 3), List.of("x", "y", "z")));
                add(name, Field.of("line", Kind.WHOLE), numbers(n, 3, 1));
            }
        }
    }

    private void add(String table, Field field, Column column) {
        fields.get(table).add(field);
        columns.get(table).add(column);
    }

    private interface At {
        int at(int row);
    }

    private static int[] each(int n, At at) {
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = at.at(i);
        }
        return out;
    }

    private static CodeColumn texts(int n, String prefix, int from) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            labels.add(prefix + (from + 7 * i));
        }
        return CodeColumn.of(each(n, i -> i), labels);
    }

    /** 0, 0, 0, 1, 1, 1, ... for each 3, or all different. */
    private static NumberColumn numbers(int n, int each, int from) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = from + i / each;
        }
        return NumberColumn.of(out);
    }

    private List<String> keyOf(String table) {
        return fields.get(table).get(0).name().equals("part") ? List.of("part", "line") : List.of("id");
    }

    private void reference(String child, int other) {
        String parent = "t" + other;
        int n = rows.get(child);
        int of = rows.get(parent);
        int shape = rng.nextInt(6);
        int missing = rng.nextInt(4) == 0 ? 10 + rng.nextInt(80) : 0;
        int orphans = rng.nextInt(5) == 0 ? 5 : 0;
        int[] named = new int[n];
        for (int i = 0; i < n; i++) {
            named[i] = of == 0 || rng.nextInt(100) < missing
                    ? -1
                    : switch (shape) {
                        case 0 -> i < of ? i : -1;
                        case 1 -> 0;
                        case 2 -> (int) (of * Math.pow(rng.nextDouble(), 3));
                        case 3 -> (int) ((long) i * of / n);
                        default -> rng.nextInt(of);
                    };
        }
        List<String> foreign = new ArrayList<>();
        for (String column : keyOf(parent)) {
            Column key = columns.get(parent).get(index(parent, column));
            String name = "r" + relationships.size() + "_" + column;
            boolean number = key instanceof NumberColumn && rng.nextBoolean();
            add(child, Field.of(name, number ? Kind.WHOLE : Kind.IDENTIFIER), pointing(key, named, number, orphans));
            foreign.add(name);
        }
        relationships.add(new Relationship(parent, keyOf(parent), child, foreign));
    }

    private int index(String table, String column) {
        return fields.get(table).stream().map(Field::name).toList().indexOf(column);
    }

    private Column pointing(Column key, int[] named, boolean number, int orphans) {
        if (number) {
            double[] out = new double[named.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = named[i] < 0 ? Double.NaN : ((NumberColumn) key).get(named[i]);
                out[i] = rng.nextInt(100) < orphans ? 99_999 : out[i];
            }
            return NumberColumn.of(out);
        }
        String[] out = new String[named.length];
        for (int i = 0; i < out.length; i++) {
            Object value = named[i] < 0
                    ? null
                    : key instanceof NumberColumn numbers
                            ? Long.toString((long) numbers.get(named[i]))
                            : ((CodeColumn) key).get(named[i]);
            out[i] = rng.nextInt(100) < orphans ? "nobody" : (String) value;
        }
        return CodeColumn.of(out);
    }

    /** A primary key beside or instead of the one that is pointed at: a foreign key alone, with another, or with a counter. */
    private void key(String table) {
        List<Relationship> above = relationships.stream()
                .filter(r -> r.child().equals(table) && rows.get(r.parent()) > 0)
                .toList();
        int shape = rng.nextInt(6);
        if (above.isEmpty() || shape < 2) {
            if (rng.nextInt(3) > 0) {
                keys.put(table, keyOf(table));
            }
            return;
        }
        List<String> columns = new ArrayList<>(above.get(0).foreignKey());
        if (shape == 3 && above.size() > 1) {
            columns.addAll(above.get(1).foreignKey());
        }
        if (shape >= 4) {
            double[] line = new double[rows.get(table)];
            for (int i = 0; i < line.length; i++) {
                line[i] = shape == 4 ? rng.nextInt(5) : i;
            }
            add(table, Field.of("pos", Kind.WHOLE), NumberColumn.of(line));
            columns.add("pos");
        }
        keys.put(table, columns);
    }

    private void values(String table) {
        int n = rows.get(table);
        for (int k = rng.nextInt(5); k > 0; k--) {
            Kind kind = Kind.values()[rng.nextInt(Kind.values().length)];
            boolean constant = rng.nextInt(6) == 0;
            int missing = rng.nextInt(4) == 0 ? rng.nextInt(101) : 0;
            String name = "c" + k;
            if (kind.numeric()) {
                double[] out = new double[n];
                for (int i = 0; i < n; i++) {
                    double value = constant ? 5 : kind == Kind.DECIMAL ? rng.nextGaussian() : rng.nextInt(1000);
                    out[i] = rng.nextInt(100) < missing ? Double.NaN : value;
                }
                add(table, Field.of(name, kind), NumberColumn.of(out));
            } else {
                String[] out = new String[n];
                for (int i = 0; i < n; i++) {
                    String value = kind == Kind.KEY ? "k" + i : constant ? "same" : "v" + rng.nextInt(4);
                    out[i] = rng.nextInt(100) < missing && kind != Kind.KEY ? null : value;
                }
                add(table, Field.of(name, kind), CodeColumn.of(out));
            }
            boolean first = sequences.stream().noneMatch(s -> s.table().equals(table));
            List<Relationship> above =
                    relationships.stream().filter(r -> r.child().equals(table)).toList();
            if (kind == Kind.DATE && first && !above.isEmpty()) {
                sequences.add(new Sequence(table, above.get(0).foreignKey(), name));
            }
        }
    }
}
