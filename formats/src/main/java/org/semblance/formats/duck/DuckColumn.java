package org.semblance.formats.duck;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.duckdb.DuckDBReadableVector;
import org.semblance.io.LabelBuilder;
import org.semblance.io.TypedColumn;
import org.semblance.table.Kind;

/** A column of a DuckDB relation being read: how it is asked for, what is kept of it, and what was odd about it. */
abstract sealed class DuckColumn {
    private static final Set<String> WHOLE = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT");

    /** What is read of one column. */
    record Asked(String name, String type) {
        String sql() {
            return Duck.name(name);
        }

        boolean whole() {
            return WHOLE.contains(type);
        }

        boolean bytes() {
            return type.equals("BLOB");
        }

        boolean decimal() {
            return type.startsWith("DECIMAL(");
        }

        boolean nested() {
            return type.endsWith("]")
                    || type.startsWith("STRUCT(")
                    || type.startsWith("MAP(")
                    || type.startsWith("UNION(");
        }
    }

    final Asked asked;

    private DuckColumn(Asked asked) {
        this.asked = asked;
    }

    /** What is selected, of a type that {@link #add} reads. */
    abstract String select();

    abstract void add(DuckDBReadableVector cells, long count);

    abstract TypedColumn made(boolean first);

    /** What a user should know, or empty. */
    String note() {
        return "";
    }

    /** @param odd whether it has whole numbers that a double does not hold, or bytes that are no text */
    static DuckColumn of(Asked asked, boolean odd) {
        String type = asked.type().toUpperCase(Locale.ROOT);
        String sql = asked.sql();
        if (asked.whole() && !odd) {
            return new Numbers(asked, sql + "::DOUBLE", 0);
        }
        if (asked.decimal()) {
            int scale = Integer.parseInt(type.substring(type.indexOf(',') + 1, type.length() - 1));
            return new Numbers(asked, sql + "::DOUBLE", scale);
        }
        if (type.equals("DOUBLE") || type.equals("FLOAT")) {
            // The shortest text of a float is what was meant: 0.1, not 0.10000000149011612.
            String value = type.equals("FLOAT") ? "(" + sql + "::VARCHAR)::DOUBLE" : sql;
            return new Numbers(asked, value, -1);
        }
        if (type.equals("DATE")) {
            return new Dates(
                    asked, Kind.DATE, "CASE WHEN isfinite(" + sql + ") THEN (" + sql + " - DATE '1970-01-01') END");
        }
        if (type.equals("TIME")) {
            return new Dates(asked, Kind.TIME, "epoch_us(" + sql + ")");
        }
        if (type.startsWith("TIMESTAMP")) {
            return new Dates(asked, Kind.DATETIME, "CASE WHEN isfinite(" + sql + ") THEN epoch_us(" + sql + ") END");
        }
        if (type.equals("BOOLEAN")) {
            return new Labels(asked, sql + "::VARCHAR", true);
        }
        if (asked.bytes()) {
            return new Labels(asked, odd ? "NULL::VARCHAR" : "decode(" + sql + ")", false);
        }
        if (type.equals("JSON")) {
            return new Labels(asked, "json_extract_string(" + sql + ", '$')", false);
        }
        return new Labels(asked, (asked.nested() ? "to_json(" + sql + ")" : sql) + "::VARCHAR", false);
    }

    /** Numbers; what is not finite is missing. */
    private static final class Numbers extends DuckColumn {
        private final String select;
        private final int decimals;
        private double[] values = new double[2048];
        private int size;
        private int infinite;

        Numbers(Asked asked, String select, int decimals) {
            super(asked);
            this.select = select;
            this.decimals = decimals;
        }

        @Override
        String select() {
            return select;
        }

        @Override
        void add(DuckDBReadableVector cells, long count) {
            if (size + count > values.length) {
                values = Arrays.copyOf(values, (int) Math.max(2L * size, size + count));
            }
            for (int i = 0; i < count; i++) {
                double value = cells.getDouble(i, Double.NaN);
                infinite += Double.isInfinite(value) ? 1 : 0;
                // The sign of zero is nothing that anybody meant.
                values[size++] = Double.isInfinite(value) ? Double.NaN : value + 0.0;
            }
        }

        @Override
        TypedColumn made(boolean first) {
            return TypedColumn.numbers(asked.name(), Arrays.copyOf(values, size), decimals, first);
        }

        @Override
        String note() {
            return infinite == 0
                    ? ""
                    : "\"" + asked.name() + "\" has " + infinite + " infinite numbers, taken as missing.";
        }
    }

    /** Dates, times or both as whole numbers of their unit. */
    private static final class Dates extends DuckColumn {
        private static final long NONE = Long.MIN_VALUE;

        private final Kind kind;
        private final String select;
        private double[] values = new double[2048];
        private int size;

        Dates(Asked asked, Kind kind, String select) {
            super(asked);
            this.kind = kind;
            this.select = "(" + select + ")::BIGINT";
        }

        @Override
        String select() {
            return select;
        }

        @Override
        void add(DuckDBReadableVector cells, long count) {
            if (size + count > values.length) {
                values = Arrays.copyOf(values, (int) Math.max(2L * size, size + count));
            }
            for (int i = 0; i < count; i++) {
                long value = cells.getLong(i, NONE);
                values[size++] = value == NONE ? Double.NaN : value;
            }
        }

        @Override
        TypedColumn made(boolean first) {
            return TypedColumn.dates(asked.name(), kind, Arrays.copyOf(values, size));
        }
    }

    private static final class Labels extends DuckColumn {
        private final String select;
        private final boolean flags;
        private final LabelBuilder labels = new LabelBuilder();

        Labels(Asked asked, String select, boolean flags) {
            super(asked);
            this.select = select;
            this.flags = flags;
        }

        @Override
        String select() {
            return select;
        }

        @Override
        void add(DuckDBReadableVector cells, long count) {
            for (int i = 0; i < count; i++) {
                if (cells.isNull(i)) {
                    labels.addMissing();
                } else {
                    labels.add(cells.getString(i));
                }
            }
        }

        @Override
        TypedColumn made(boolean first) {
            return flags
                    ? TypedColumn.flags(asked.name(), labels.column())
                    : TypedColumn.labels(asked.name(), labels.column(), first);
        }

        @Override
        String note() {
            String who = "\"" + asked.name() + "\" ";
            if (asked.bytes() && select.startsWith("NULL")) {
                return who + "holds bytes, which are not read: it is empty.";
            }
            if (asked.nested()) {
                return who + "holds nested values, which are read as text.";
            }
            return asked.whole() ? who + "holds numbers of more than 15 digits, which are read as labels." : "";
        }
    }
}
