package org.semblance.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Something calculated of each row from its columns. It can do nothing else: no files, no code, no state.
 *
 * <pre>
 *   round(price * quantity, 2)                       + - * / ^, numbers in plain or e-notation
 *   age &gt;= 65 and sex = 'F' or not city in ('A', 'B')  = == != &lt;&gt; &lt; &lt;= &gt; &gt;=, and, or, not, in
 *   years(birth, visit)  visit - birth &gt; 30          days between dates; a date plus days is a date
 *   visited &gt;= '2024-01-31'  hour(arrived) &lt; 8        dates and times in quotes, as ISO 8601 has them
 *   weight is missing  if(sex = 'M', missing, weeks) whether a value is missing, and a missing value
 * </pre>
 *
 * <p>Functions: abs, round(x) and round(x, digits) (half away from zero), floor, ceil, log, log10, exp, sqrt, mod, min,
 * max, if(condition, then, else), missing(x), first(a, b, ..) (the first that is not missing), year, month, day, weekday
 * (1 is Monday), hour, minute, second, date(moment), date(year, month, day), and between two dates years and months
 * (full ones), days, hours, minutes, seconds. A column's name is written as it is, or in backticks.
 *
 * <p>What a missing value goes into is missing, except where it does not matter: {@code false and missing} is false
 * (Kleene). What is no number (a division by 0) is missing. Numbers that differ by less than 1e-12 of their size are
 * equal. Cost: a pass over blocks of rows for each operator. Immutable and thread-safe.
 */
public final class Expression {
    /** A column that is compared with a label in quotes. */
    public record Told(String column, String label) {}

    /** One of the conditions that an outermost "and" joins. */
    record Part(Node node, String text) {}

    private final String text;
    private final Node node;
    private final List<String> columns;
    private final List<Told> told;
    private final List<Part> parts;

    private Expression(String text, List<Part> parts, List<String> columns, List<Told> told) {
        this.text = text;
        this.parts = List.copyOf(parts);
        this.columns = List.copyOf(columns);
        this.told = List.copyOf(told);
        Operations operations = new Operations(new Types(text));
        Node all = parts.get(0).node();
        for (Part part : parts.subList(1, parts.size())) {
            all = operations.and(all, part.node());
        }
        node = all;
    }

    /**
     * Reads an expression about the columns of a schema.
     *
     * @throws ProblemException of kind USAGE with the place of what cannot be read; of kind DATA with every column that
     *     is not there and every part that is not of the sort it must be
     */
    public static Expression parse(String text, Schema schema) {
        Parser parser = new Parser(text, schema);
        List<Part> parts = parser.parse();
        return new Expression(text, parts, parser.columns(), parser.told());
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public Sort sort() {
        return node.sort();
    }

    /** The columns that it names, in order of appearance. */
    public List<String> columns() {
        return columns;
    }

    /** Which columns are compared with which labels, for a look at whether there are such labels. */
    public List<Told> told() {
        return told;
    }

    /** The conditions that an outermost "and" joins; itself where there is none. */
    public List<Expression> parts(Schema schema) {
        return parts.size() == 1
                ? List.of(this)
                : parts.stream().map(part -> parse(part.text(), schema)).toList();
    }

    /**
     * Numbers, dates or conditions (1 or 0) of every row; NaN is missing.
     *
     * @throws IllegalArgumentException where the table lacks a column, or has it as another kind
     */
    public double[] values(Table table) {
        List<Column> used = used(table);
        double[] out = new double[table.rows()];
        for (int from = 0; from < out.length; from += Window.ROWS) {
            Window window = new Window(used, from, Math.min(Window.ROWS, out.length - from));
            System.arraycopy(node.of(window), 0, out, from, window.count());
        }
        return out;
    }

    /** Of a condition: the rows of which it is true; neither those of which it is false nor those where it is missing. */
    public boolean[] holds(Table table) {
        double[] values = values(table);
        boolean[] out = new boolean[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] == 1;
        }
        return out;
    }

    /** Every row's value as a column of the kind that {@link Sort#kind} says. */
    public Column column(Table table) {
        if (node.sort() != Sort.LABEL) {
            return NumberColumn.of(values(table));
        }
        List<Column> used = used(table);
        @Nullable String[] out = new @Nullable String[table.rows()];
        for (int from = 0; from < out.length; from += Window.ROWS) {
            Window window = new Window(used, from, Math.min(Window.ROWS, out.length - from));
            System.arraycopy(node.textsOf(window), 0, out, from, window.count());
        }
        return CodeColumn.of(out);
    }

    private List<Column> used(Table table) {
        List<Column> out = new ArrayList<>();
        for (String name : columns) {
            int place = table.schema().find(name);
            if (place < 0) {
                throw new IllegalArgumentException("the table has no column " + name);
            }
            out.add(table.column(place));
        }
        return out;
    }

    @Override
    public String toString() {
        return text;
    }
}
