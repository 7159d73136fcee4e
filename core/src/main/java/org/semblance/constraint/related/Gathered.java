package org.semblance.constraint.related;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.expression.Expression;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.Metadata;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A figure of the rows that name a row, as a column of that one: {@code sum(lines.price * lines.pieces)}, {@code
 * count(lines)}, {@code min(visits.day)}, {@code max(..)} or {@code mean(..)}. Where a table names another by several
 * foreign keys, it is said which: {@code count(games by home)}. The sum and the count of no rows are 0, all else of none
 * is missing; a value that is missing is left out. Cost: one pass over the rows.
 *
 * @param name as rules call it: the text without backticks
 * @param text as it was written
 * @param relationship by which rows are named
 * @param of what is summed of each; null for their number
 * @param field of the column
 */
public record Gathered(
        String name,
        String text,
        Figure figure,
        Relationship relationship,
        @Nullable Expression of,
        Field field) {
    /** What is told of several values. */
    public enum Figure {
        SUM,
        COUNT,
        MIN,
        MAX,
        MEAN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String BY = " by ";

    /** What a text says of the rows that name rows of a table; null where it says nothing of the kind. */
    public static @Nullable Gathered of(String text, String table, Metadata metadata) {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            return null;
        }
        String word = text.substring(0, open).strip();
        for (Figure figure : Figure.values()) {
            if (figure.word().equals(word)) {
                String inner = text.substring(open + 1, text.length() - 1).strip();
                Relationship relationship = relationship(inner, table, metadata);
                return relationship == null ? null : of(text, figure, inner, relationship, metadata);
            }
        }
        return null;
    }

    private static @Nullable Relationship relationship(String inner, String table, Metadata metadata) {
        int by = inner.lastIndexOf(BY);
        String key = by < 0 ? "" : inner.substring(by + BY.length()).strip();
        List<Relationship> fits = metadata.below(table).stream()
                .filter(r -> inner.equals(r.child()) || inner.startsWith(r.child() + BY) || at(inner, r.child()) >= 0)
                .filter(r -> key.isEmpty() || key.equals(String.join(", ", r.foreignKey())))
                .toList();
        // The name of one table may end like that of another.
        String longest = fits.stream()
                .map(Relationship::child)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
        List<Relationship> named =
                fits.stream().filter(r -> r.child().equals(longest)).toList();
        return named.size() == 1 ? named.get(0) : null;
    }

    /** Where a column of a table is named, or -1. */
    private static int at(String inner, String child) {
        for (int at = inner.indexOf(child + "."); at >= 0; at = inner.indexOf(child + ".", at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(inner.charAt(at - 1)) && inner.charAt(at - 1) != '_') {
                return at;
            }
        }
        return -1;
    }

    private static @Nullable Gathered of(
            String text, Figure figure, String inner, Relationship relationship, Metadata metadata) {
        String name = text.replace("`", "");
        if (figure == Figure.COUNT) {
            return new Gathered(name, text, figure, relationship, null, Field.of(name, Kind.WHOLE));
        }
        int by = inner.lastIndexOf(BY);
        String made = (by < 0 ? inner : inner.substring(0, by)).strip();
        String child = relationship.child() + ".";
        StringBuilder own = new StringBuilder(made);
        for (int at = at(own.toString(), relationship.child()); at >= 0; ) {
            own.delete(at, at + child.length());
            at = at(own.toString(), relationship.child());
        }
        Schema schema = RelatedRules.own(metadata, relationship.child());
        try {
            Expression of = Expression.parse(own.toString(), schema);
            return new Gathered(name, text, figure, relationship, of, field(name, figure, of, schema));
        } catch (ProblemException e) {
            return null;
        }
    }

    private static Field field(String name, Figure figure, Expression of, Schema schema) {
        int one = of.columns().size() == 1 && schema.find(of.text().strip()) >= 0
                ? schema.find(of.text().strip())
                : -1;
        if (one >= 0 && figure != Figure.MEAN) {
            Field field = schema.field(one);
            return new Field(name, field.kind(), field.format(), "");
        }
        return new Field(name, Kind.DECIMAL, Format.PLAIN, "");
    }

    /** As a rule writes it. */
    static String text(Figure figure, Relationship relationship, String made, Metadata metadata) {
        long ways = metadata.below(relationship.parent()).stream()
                .filter(r -> r.child().equals(relationship.child()))
                .count();
        String by = ways > 1 ? BY + String.join(", ", relationship.foreignKey()) : "";
        return figure.word() + "(" + (figure == Figure.COUNT ? relationship.child() : made) + by + ")";
    }

    /** What each row of the child has to give; nothing for their number. */
    public double[] values(Table child) {
        Expression each = of;
        return each == null ? new double[0] : each.values(child);
    }

    /** The columns of the child that it is made of. */
    public List<String> columns() {
        Expression each = of;
        return each == null ? List.of() : each.columns();
    }

    /** A column that is filled row by row of the child, of so many rows of the parent. */
    public Filling filling(int rows) {
        return new Filling(figure, rows);
    }

    @Override
    public String toString() {
        return List.of(name, relationship.name()).stream().collect(Collectors.joining(" "));
    }

    /** Figures of rows under way. */
    public static final class Filling {
        private final Figure figure;
        private double[] values;
        private int[] counts;

        Filling(Figure figure, int rows) {
            this.figure = figure;
            values = new double[rows];
            counts = new int[rows];
        }

        /** Adds a row of the child; {@code value} does not matter for their number. */
        public void add(int parent, double value) {
            if (figure != Figure.COUNT && Double.isNaN(value)) {
                return;
            }
            if (parent >= counts.length) {
                int more = Math.max(parent + 1, counts.length + counts.length / 2);
                values = Arrays.copyOf(values, more);
                counts = Arrays.copyOf(counts, more);
            }
            boolean first = counts[parent]++ == 0;
            switch (figure) {
                case SUM, MEAN -> values[parent] += value;
                case COUNT -> values[parent]++;
                case MIN -> values[parent] = first ? value : Math.min(values[parent], value);
                case MAX -> values[parent] = first ? value : Math.max(values[parent], value);
            }
        }

        /** The figure of a row. */
        public double get(int parent) {
            if (parent >= counts.length || counts[parent] == 0) {
                return figure == Figure.SUM || figure == Figure.COUNT ? 0 : Double.NaN;
            }
            return figure == Figure.MEAN ? values[parent] / counts[parent] : values[parent];
        }

        /** The figures of some rows. */
        public NumberColumn column(int from, int count) {
            double[] out = new double[count];
            Arrays.setAll(out, i -> get(from + i));
            return NumberColumn.of(out);
        }
    }
}
